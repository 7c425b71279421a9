import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

class RuleWithoutDerivative {
    @Differentiable(derivatives = Derivative.HESSIAN)
    static double f(double x) { // expect AD408
        return scale(x) * x;
    }

    static double scale(double x) {
        return Math.sqrt(1 + x * x);
    }

    @DerivativeOf(method = "scale")
    static double scalePullback(double x, double scale, double scaleBar) {
        return scaleBar * x / scale;
    }
}
