package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** A result and an output. */
public final class ResultAndOutput {

    private ResultAndOutput() {}

    @Differentiable(outputs = "v", derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] v, double x) {
        double s = x;
        for (int i = 0; i < v.length; i++) {
            s += v[i] * v[i];
        }
        double norm = Math.sqrt(s);
        for (int i = 0; i < v.length; i++) {
            v[i] /= norm;
        }
        return norm;
    }
}
