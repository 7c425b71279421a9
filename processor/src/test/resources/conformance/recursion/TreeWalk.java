package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7], double
// args: double[1], double
/** A walk over a binary tree given by child indices. */
public final class TreeWalk {

    private TreeWalk() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, double t) {
        int[] left = new int[w.length];
        int[] right = new int[w.length];
        for (int k = 0; k < w.length; k++) {
            left[k] = 2 * k + 1 < w.length ? 2 * k + 1 : -1;
            right[k] = 2 * k + 2 < w.length ? 2 * k + 2 : -1;
        }
        return node(w, left, right, 0, t);
    }

    static double node(double[] w, int[] left, int[] right, int k, double t) {
        if (k < 0) {
            return t * t;
        }
        double below = w[k] * node(w, left, right, left[k], t);
        return Math.tanh(below + node(w, left, right, right[k], t * 0.5));
    }
}
