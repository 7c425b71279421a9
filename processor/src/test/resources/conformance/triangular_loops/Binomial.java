package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 0.8], double[4]
/** Bernstein polynomial by de Casteljau, each level shorter. */
public final class Binomial {

    private Binomial() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double t, double[] c) {
        double[] b = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            b[i] = c[i];
        }
        for (int level = c.length - 1; level > 0; level--) {
            for (int i = 0; i < level; i++) {
                b[i] = (1 - t) * b[i] + t * b[i + 1];
            }
        }
        return b[0];
    }
}
