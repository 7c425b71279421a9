import dev.pullback.annotations.Differentiable;

class ZeroDerivative {
    @Differentiable
    static double f(double x, double y) { // expect AD402
        return y > 0 ? x * x : x;
    }
}
