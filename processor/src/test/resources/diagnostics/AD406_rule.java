import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

class RuleWithoutSeries {
    @Differentiable(derivatives = Derivative.TAYLOR)
    static double f(double x) { // expect AD406
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
