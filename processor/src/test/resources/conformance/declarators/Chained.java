package conformance.declarators;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double[2]
/** An assignment is the value of another. */
public final class Chained {

    private Chained() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, double[] t) {
        double a, b, c;
        a = b = c = x * y;
        a = t[0] = b *= 2;
        b += c = a * x;
        t[1] = t[0] = t[1] * b;
        double d = (a = x + (b = b * y)) * (a + b);
        return a * b + c * t[1] + d;
    }
}
