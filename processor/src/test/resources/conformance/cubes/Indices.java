package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2][2], double[4]
/** Passive tables of three dimensions decide which elements are read; records keep arrays of three dimensions. */
public final class Indices {

    private Indices() {}

    record Model(double[][][] core, double bias) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][][] core, double[] x) {
        int[][][] order = new int[2][2][2];
        boolean[][][] used = {{{true, false}, {true, true}}, {{false, true}, {true, true}}};
        Model model = new Model(core, x[3]);
        double s = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 2; k++) {
                    order[i][j][k] = (i + 2 * j + k) % 4;
                    if (used[k][i][j]) {
                        s += model.core()[i][j][k] * x[order[i][j][k]] * x[j];
                        order[k][i][j] += 1;
                    }
                    s *= x[order[i][j][k] % 4] + model.bias();
                }
            }
        }
        return s;
    }
}
