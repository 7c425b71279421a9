import dev.pullback.annotations.Differentiable;

class GradientWithoutHessian {
    @Differentiable
    static double f(double x) {
        return g(x) + GradientWithoutHessianDerivatives.gGradient(x); // expect AD225
    }

    @Differentiable
    static double g(double x) {
        return x * x;
    }
}
