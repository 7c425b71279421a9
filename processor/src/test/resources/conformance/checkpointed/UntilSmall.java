package conformance.checkpointed;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1, 2], float, boolean true
/** An unknown number of iterations, with break, and state of several types: float, int, long, boolean, arrays of them. */
public final class UntilSmall {

    private UntilSmall() {}

    @Checkpointed(snapshots = 3)
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, float w, boolean b) {
        double y = x;
        float z = w;
        long steps = 0;
        int[] turns = new int[2];
        boolean[] seen = {b, false};
        float[] means = {w, 1f};
        double[][] m = {{x, 1}, {2, y}};
        while (true) {
            y = y * (seen[0] ? 0.7 : 0.9) + 0.01 * z * m[1][turns[0] % 2];
            z = z * 0.9f + (float) y;
            means[turns[0] % 2] = means[1] * 0.5f + z;
            m[turns[0] % 2][1] *= y;
            seen[0] = !seen[0];
            turns[0] += 3;
            steps++;
            if (steps > 14 || y < 0.05 && seen[1]) {
                break;
            }
            seen[1] = steps > 4;
        }
        return y * steps + z * means[0] * turns[0] + m[0][1] * m[1][1];
    }
}
