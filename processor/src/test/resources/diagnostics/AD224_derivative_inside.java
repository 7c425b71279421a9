import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class DerivativeInside {
    @Differentiable
    static double f(double x) {
        return g(x) + DerivativeInsideDerivatives.gHessian(x)[0][0]; // expect AD224
    }

    @Differentiable(derivatives = Derivative.HESSIAN)
    static double g(double x) {
        return x * x;
    }
}
