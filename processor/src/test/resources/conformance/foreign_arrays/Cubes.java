package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2][3], double[2][1][2], double 0.4
/** Outputs of three dimensions, written more than once. */
public final class Cubes {

    private Cubes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][][] x, double[][][] y, double s) {
        double[][][] out = new double[2][2][3];
        Pages.mix(x, out, s);
        double sum = out[0][1][2] * out[1][0][0];
        Pages.mix(y, out, s * out[1][1][1]);
        Pages.mix(x, y, s);
        return sum + out[1][0][1] * out[0][0][0] + y[1][0][1] * out[0][1][1];
    }
}

final class Pages {
    private Pages() {}

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR, outputs = "out")
    static void mix(double[][][] in, double[][][] out, double s) {
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < Math.min(in[i].length, out[i].length); j++) {
                for (int k = 0; k < Math.min(in[i][j].length, out[i][j].length); k++) {
                    out[i][j][k] = out[i][j][k] * s + in[i][j][k] * in[1 - i][j][k];
                }
            }
        }
    }
}
