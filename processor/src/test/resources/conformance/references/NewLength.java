package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [1, 2], double in [0.3, 0.7]
// args: double[4] in [0.1, 0.2], double in [0.3, 0.7]
/** The steps make arrays of another length than the first array has, and some of the length that there is. */
public final class NewLength {

    private NewLength() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double c) {
        double[] v = start;
        int steps = 0;
        while (v[0] > 0.5) {
            if (steps % 2 == 0) {
                v = new double[] {v[0] * c, v[1] * v[v.length - 1]};
            } else {
                double[] next = new double[v.length];
                for (int i = 0; i < v.length; i++) {
                    next[i] = v[i] * v[0];
                }
                v = next;
            }
            steps++;
        }
        return v[0] * v[v.length - 1];
    }
}
