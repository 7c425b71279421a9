package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[2], float[5], double[5]
/** Data and weights in float, the loss in double. */
public final class LeastSquares {

    private LeastSquares() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float[] w, float[] x, double[] y) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            float p = w[0] * x[i] + w[1];
            double r = p - y[i];
            loss += r * r;
        }
        return loss / x.length;
    }
}
