import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.math.SpecialFunctions;

class SeriesOfCalls {
    @Differentiable(derivatives = Derivative.TAYLOR)
    static double g(double x) { // expect AD406
        return SpecialFunctions.digamma(x);
    }

    @Differentiable(derivatives = Derivative.TAYLOR)
    static double h(double x) { // expect AD406
        return recursive(x, 3);
    }

    private static double recursive(double x, int n) {
        return n == 0 ? x : x * recursive(x, n - 1);
    }
}
