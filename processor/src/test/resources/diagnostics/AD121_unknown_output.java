import dev.pullback.annotations.Differentiable;

class UnknownOutput {
    @Differentiable(outputs = {"x", "y"}) // expect AD121
    static void scale(double[] x, double c) {
        x[0] *= c;
    }
}
