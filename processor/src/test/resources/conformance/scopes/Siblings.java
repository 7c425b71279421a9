package conformance.scopes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// seeds: 6
/** The same name in blocks beside each other, with other types and values. */
public final class Siblings {

    private Siblings() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        {
            double t = x * x;
            x += t;
        }
        {
            int t = 2;
            x *= t;
        }
        for (int i = 0; i < 2; i++) {
            double t = Math.sin(x);
            x = t * y;
        }
        for (double i = 0; i < 2; i++) {
            double[] t = {x, i};
            x = t[0] * t[0] + t[1];
        }
        double t = x;
        if (t > 0) {
            double u = t;
            t = u * u;
        } else {
            double u = -t;
            t = u * y;
        }
        return t + helper(t, y);
    }

    private static double helper(double t, double x) {
        double y = t * x;
        {
            double u = y;
            t = u * u;
        }
        return t + y;
    }
}
