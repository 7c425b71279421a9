package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double 0.4, int 2
// seeds: 3
/** Parameters that are overwritten all along: where the method is cut, every part must see the newest value. */
public final class ManyUpdates {

    private ManyUpdates() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double s, int n) {
        s += x[0] * x[1];
        s *= 1 + 0.1 * Math.sin(s);
        n += 1;
        s -= Math.exp(-s * s) * x[n % 3];
        s /= 1 + s * s;
        n *= 2;
        s += n * x[n % 3];
        s = Math.tanh(s) * x[0] + 0.5 * s;
        s *= Math.cos(s * x[2]);
        n -= 1;
        for (int i = 0; i < n; i++) {
            s += 0.1 * Math.sin(s * x[i % 3]);
            x[i % 3] *= 1 + 0.1 * s;
        }
        s *= Math.sqrt(1 + s * s);
        s -= x[n % 3] * s;
        return s * Math.atan(s);
    }
}
