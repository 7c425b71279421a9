package conformance.cubes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3][2], double in [0.5, 1.5], int 2
// args: double[2][3][2], double in [0.5, 1.5], int 0
/** Overwrites an argument of three dimensions. */
public final class InPlace {

    private InPlace() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][][] t, double x, int n) {
        double s = 0;
        for (int step = 0; step < n; step++) {
            for (double[][] page : t) {
                for (int j = 1; j < page.length; j++) {
                    page[j][0] = page[j - 1][1] * x + page[j][0] * page[j][0];
                    t[0][j][1] += page[j][0];
                    s += page[j][0] * t[0][0][1];
                }
            }
        }
        return s * t[1][2][0];
    }
}
