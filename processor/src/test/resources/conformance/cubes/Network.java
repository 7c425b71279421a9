package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[][][] = {{{0.5, -1}, {0.3, 0.2}, {1, 0.1}}, {{0.4, -0.2, 0.7}}}, double[][] = {{0.1, 0.2, -0.3}, {0.5}}, double[2]
// args: double[][][] = {{{0.5, -1}}}, double[][] = {{0.1}}, double[2]
// args: double[][][] = {}, double[][] = {}, double[2]
/** The weights of a dense network: each layer has a matrix of its own size. */
public final class Network {

    private Network() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][][] weights, double[][] biases, double[] x) {
        double[] h = x;
        for (int l = 0; l < weights.length; l++) {
            h = layer(weights[l], biases[l], h);
        }
        double s = 0;
        for (double v : h) {
            s += v * v;
        }
        return s;
    }

    private static double[] layer(double[][] w, double[] b, double[] in) {
        double[] out = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double sum = b[i];
            for (int j = 0; j < in.length; j++) {
                sum += w[i][j] * in[j];
            }
            out[i] = Math.tanh(sum);
        }
        return out;
    }
}
