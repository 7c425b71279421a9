package conformance.short_circuit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// seeds: 12
/** Assignments behind && and || happen only when they are reached. */
public final class Effects {

    private Effects() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double s = x;
        boolean both = (s = s * y) > 0 && (s = s + x) > 0.2;
        boolean any = (s = s - y) > 0.5 || (s = s * s) > 0.1;
        boolean all = (s *= 2) > 0 & (s += x) > 1;
        both |= any ^ all;
        if (both ? (s += x) > 2 : (s -= y * s) < 0) {
            s = s * s;
        }
        if (!(x > 0 && (s = s * x) > 0.1 || y > 0 && (s = s * y) < 0.1)) {
            s = s + x * y;
        }
        double t = x > y ? s++ * x : --s * y;
        return s * t;
    }
}
