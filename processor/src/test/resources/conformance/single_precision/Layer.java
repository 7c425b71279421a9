package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float[6], float[3], float[2]
/** A layer of a network, all in float, with work arrays. */
public final class Layer {

    private Layer() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static float f(float[] w, float[] x, float[] b) {
        float[] hidden = new float[b.length];
        for (int i = 0; i < b.length; i++) {
            float s = b[i];
            for (int j = 0; j < x.length; j++) {
                s += w[i * x.length + j] * x[j];
            }
            hidden[i] = (float) Math.tanh(s);
        }
        float[] squares = hidden.clone();
        float sum = 0;
        for (int i = 0; i < b.length; i++) {
            squares[i] *= hidden[i];
            sum += squares[i];
        }
        return sum;
    }
}
