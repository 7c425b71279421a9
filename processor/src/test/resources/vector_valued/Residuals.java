package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[4], double in [0.5, 1]
/** A vector as result, some of it constant. */
public final class Residuals {

    private Residuals() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double[] f(double[] p, double[] x, double scale) {
        double[] r = new double[x.length + 1];
        for (int i = 0; i < x.length; i++) {
            r[i] = scale * p[0] * Math.exp(p[1] * x[i]) - p[2];
        }
        r[x.length] = 3;
        return r;
    }
}
