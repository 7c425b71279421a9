package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// args: double 0.25, double 3.0
// seeds: 5
/** Helpers that take records and give scalars, called in conditions. */
public final class ScalarHelpers {

    private ScalarHelpers() {}

    record Pair(double a, double b) {
        boolean isSteep() {
            return b > 2 * a;
        }

        int steps() {
            int n = 0;
            for (double v = b; v > 1; v /= 2) {
                n++;
            }
            return n;
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        Pair p = new Pair(x, y);
        double s = 0;
        for (int i = 0; i < p.steps() && p.isSteep(); i++) {
            p = new Pair(p.a() + 0.5, p.b());
            s += product(p, i);
        }
        return s + mean(p) * (mean(new Pair(s, y)) > 0 ? 1 : x);
    }

    static double product(Pair p, int i) {
        return p.a() * p.b() * i;
    }

    private static double mean(Pair p) {
        if (p.isSteep()) {
            return p.b();
        }
        return 0.5 * (p.a() + p.b());
    }
}
