package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double
// args: int 1, double
// args: int 2, double
// args: int 3, double
/** A variable declared in one case is used in others, with values of their own. */
@SuppressWarnings("fallthrough")
public final class SharedLocals {

    private SharedLocals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x) {
        double s = x;
        switch (k) {
            case 0:
                double t = x * x;
                s = t * s;
                break;
            case 1:
                t = Math.sin(s);
                double[] buffer = new double[2];
                buffer[0] = t;
                s += buffer[0] * t;
            case 2:
                t = s;
                buffer = new double[] {t, s};
                s *= t + buffer[1];
        }
        return s;
    }
}
