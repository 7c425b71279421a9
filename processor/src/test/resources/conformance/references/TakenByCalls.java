package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double 0.4, int 3
// args: double[1], double 0.4, int 2
/** Variables that take each other's arrays around calls that overwrite them. */
public final class TakenByCalls {

    private TakenByCalls() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double[] now = x.clone();
        double[] next = new double[x.length];
        double sum = 0;
        for (int t = 0; t < n; t++) {
            scan(now, next, c, 2);
            double[] kept = now;
            now = next;
            next = kept;
            scan(next, now, 0.5 * c, 1);
            sum += now[0] * next[next.length - 1];
        }
        return sum + now[now.length - 1];
    }

    private static void scan(double[] from, double[] to, double c, int depth) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.sin(from[i]) + c * to[i];
        }
        if (depth > 0) {
            scan(to, from, c * 0.9, depth - 1);
        }
    }
}
