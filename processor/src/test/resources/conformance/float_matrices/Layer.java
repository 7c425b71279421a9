package conformance.float_matrices;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[3][2], float[2]
// args: float[1][3], float[3]
/** A layer in single precision. */
public final class Layer {

    private Layer() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static float f(float[][] w, float[] x) {
        float[][] h = new float[w.length][2];
        float sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                h[i][0] += w[i][j] * x[j];
            }
            h[i][1] = h[i][0] * h[i][0];
            sum += h[i][0] * h[i][1];
        }
        return sum;
    }
}
