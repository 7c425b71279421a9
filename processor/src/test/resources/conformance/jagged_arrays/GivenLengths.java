package conformance.jagged_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double
/** Groups of different sizes, one of them empty, made by a helper. */
public final class GivenLengths {

    private GivenLengths() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c) {
        int[] size = {2, 0, 3, 1};
        double[][] g = groups(x, size, c);
        double s = 0;
        for (double[] row : g) {
            double p = 1;
            for (double v : row) {
                p *= v + s;
            }
            s += p;
        }
        g[2][2] *= s;
        return s * g[2][2];
    }

    private static double[][] groups(double[] x, int[] size, double c) {
        double[][] g = new double[size.length][];
        int k = 0;
        for (int i = 0; i < size.length; i++) {
            g[i] = new double[size[i]];
            for (int j = 0; j < size[i]; j++) {
                g[i][j] = x[k++] * c;
            }
        }
        return g;
    }
}
