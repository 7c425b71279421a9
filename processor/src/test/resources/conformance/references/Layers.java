package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][6], double[2]
// args: double[1][6], double[3]
// args: double[0][6], double[3]
/** The activations of a network: each layer makes an array whose length follows from that of the one before. */
public final class Layers {

    private Layers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] w, double[] x) {
        double[] h = x;
        for (int l = 0; l < w.length; l++) {
            h = layer(w[l], h);
        }
        double s = h.length;
        for (double v : h) {
            s += v * v;
        }
        return s;
    }

    private static double[] layer(double[] w, double[] in) {
        double[] out = new double[w.length / in.length];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int j = 0; j < in.length; j++) {
                sum += w[i * in.length + j] * in[j];
            }
            out[i] = Math.tanh(sum);
        }
        return out;
    }
}
