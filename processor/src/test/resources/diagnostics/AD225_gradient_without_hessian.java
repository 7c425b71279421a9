import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class GradientWithoutHessian {
    @Differentiable(derivatives = Derivative.HESSIAN)
    static double constant(double x, @Passive double y) {
        return GradientWithoutHessianDerivatives.gGradient(y) * x * x;
    }

    @Differentiable
    static double f(double x) {
        return g(x) + GradientWithoutHessianDerivatives.gGradient(x); // expect AD225
    }

    @Differentiable
    static double g(double x) {
        return x * x;
    }
}
