import dev.pullback.annotations.Differentiable;

class ArgumentReturned {
    @Differentiable
    static double[] scale(double[] x, double c) { // expect AD124
        x[0] *= c;
        return x;
    }
}
