package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], double[2][2], double
/** A row keeps its array when the matrix gets another one. */
public final class RowBeforeExchange {

    private RowBeforeExchange() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[][] w, double c) {
        double[] r = m[0];
        double[][] t = m;
        m = w;
        w = t;
        r[0] *= c;
        m[0][0] += r[1];
        return r[0] * m[0][0] + w[0][0] * w[1][1];
    }
}
