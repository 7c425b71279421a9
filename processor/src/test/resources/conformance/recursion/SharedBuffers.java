package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5], double[3][2], double
// args: double[1], double[1][2], double
/** Overwrites a vector and rows of a matrix at each depth, gives a number as well, and calls itself in a loop. */
public final class SharedBuffers {

    private SharedBuffers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, double c) {
        double[] state = a.clone();
        double[][] work = new double[m.length][2];
        for (int i = 0; i < m.length; i++) {
            work[i][0] = m[i][0] * m[i][1];
            work[i][1] = m[i][1] + c;
        }
        double s = 0;
        for (int i = 0; i < 2; i++) {
            s += mix(state, work, c * Math.sin(a[0] + i), 3) * state[state.length - 1];
        }
        for (double[] row : work) {
            s += row[0] * Math.cos(row[1]);
        }
        return s;
    }

    private static double mix(double[] state, double[][] work, double c, int depth) {
        if (depth == 0) {
            return state[0] * work[0][1];
        }
        double sum = Math.exp(0.1 * c);
        for (int i = 0; i < 2; i++) {
            int at = (depth + i) % state.length;
            state[at] = Math.sin(state[at] * c) + work[work.length - 1][i];
            sum += state[at] * mix(state, work, 0.5 * c + state[at], depth - 1);
            work[0][i] += state[at] * sum / 4;
        }
        return sum;
    }
}
