import dev.pullback.annotations.Differentiable;

class DerivativeInside {
    @Differentiable
    static double f(double x) {
        return g(x) + DerivativeInsideDerivatives.gGradient(x); // expect AD224
    }

    @Differentiable
    static double g(double x) {
        return x * x;
    }
}
