package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][3], double
/** A shallow clone has the rows of the original. */
public final class CloneOfMatrix {

    private CloneOfMatrix() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double x) {
        double[][] same = m.clone();
        same[0][1] *= x;
        double[] row = same[1].clone();
        row[0] += m[0][1];
        m[1][0] = row[0] * row[0];
        return same[1][0] * m[0][1] + row[2] * m.clone()[1][0];
    }
}
