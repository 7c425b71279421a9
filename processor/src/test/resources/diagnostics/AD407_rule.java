import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.linalg.LinearAlgebra;

class RuleWithoutThird {
    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double f(double x) { // expect AD407
        return scale(x) * x;
    }

    static double scale(double x) {
        return Math.sqrt(1 + x * x);
    }

    @DerivativeOf(method = "scale")
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double scalePullback(double x, double scale, double scaleBar) {
        return scaleBar * x / scale;
    }
}

class WrittenRuleWithoutThird {
    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double f(double x) { // expect AD407
        return square(x) * x;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double g(double[][] a) { // expect AD407
        return LinearAlgebra.determinant(a);
    }

    static double square(double x) {
        return x * x;
    }

    @DerivativeOf(method = "square")
    static double squarePullback(double x, double squareBar) {
        return 2 * x * squareBar;
    }

    @DerivativeOf(method = "squarePullback", forward = true)
    static double squareSecond(double x, double squareBar, double xDot, double squareBarDot) {
        return 2 * (x * squareBarDot + xDot * squareBar);
    }
}
