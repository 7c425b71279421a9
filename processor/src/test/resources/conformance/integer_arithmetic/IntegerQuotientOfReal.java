package conformance.integer_arithmetic;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 5, int 2
/** n / 2 stays integral, n / 2.0 does not. */
public final class IntegerQuotientOfReal {

    private IntegerQuotientOfReal() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n, int m) {
        double a = n / m * x;
        double b = (double) n / m * x * x;
        double c = x / n * m;
        return a + b + c + (double) (n / m) * x;
    }
}
