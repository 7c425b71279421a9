import dev.pullback.annotations.Differentiable;

class NullLiteral {
    @Differentiable
    static double f(double[] x) {
        double[] y = null; // expect AD211
        return x[0];
    }
}
