package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.optim.run.Vectors;

/**
 * The last m pairs {@code s = x' - x}, {@code y = g' - g} of L-BFGS, and the product of a vector with the inverse
 * Hessian estimate that they define.
 *
 * <p>Source: Nocedal 1980, "Updating Quasi-Newton Matrices with Limited Storage" (the two-loop recursion); initial
 * scaling {@code s.y / y.y} of the newest pair as in Liu and Nocedal 1989, "On the Limited Memory BFGS Method for Large
 * Scale Optimization".
 *
 * <p>All pairs are allocated at construction; not thread-safe.
 */
final class CurvatureMemory implements DescentDirection {

    private static final double MACHINE_EPSILON = Math.ulp(1.0);

    private final double[][] s;
    private final double[][] y;
    private final double[] inverseProduct;
    private final double[] alpha;
    private int newest = -1;
    private int count;
    private double scale = 1.0;

    CurvatureMemory(int capacity, int size) {
        s = new double[capacity][size];
        y = new double[capacity][size];
        inverseProduct = new double[capacity];
        alpha = new double[capacity];
    }

    @Override
    public void forget() {
        count = 0;
        scale = 1.0;
    }

    @Override
    public boolean isSteepestDescent() {
        return count == 0;
    }

    @Override
    public boolean isScaled() {
        return count > 0;
    }

    /** Stores the pair of a step, in place of the oldest one; skips it unless s.y is clearly positive. */
    @Override
    public void learn(double[] from, double[] fromGradient, double[] to, double[] toGradient) {
        int next = (newest + 1) % s.length;
        boolean full = count == s.length;
        double[] sNext = s[next];
        double[] yNext = y[next];
        double product = 0.0;
        double sSquare = 0.0;
        double ySquare = 0.0;
        for (int i = 0; i < sNext.length; i++) {
            double step = to[i] - from[i];
            double change = toGradient[i] - fromGradient[i];
            product += step * change;
            sSquare += step * step;
            ySquare += change * change;
            sNext[i] = step;
            yNext[i] = change;
        }
        double newScale = product / ySquare;
        boolean positive = product > MACHINE_EPSILON * Math.sqrt(sSquare) * Math.sqrt(ySquare);
        if (!positive || !Double.isFinite(1.0 / product) || !Double.isFinite(newScale) || newScale == 0.0) {
            count = full ? count - 1 : count; // the oldest pair has been overwritten
            return;
        }
        newest = next;
        count = full ? count : count + 1;
        inverseProduct[next] = 1.0 / product;
        scale = newScale;
    }

    /** The two-loop recursion: {@code direction = -H gradient}. */
    @Override
    public int compute(double[] point, double[] gradient, double[] direction) {
        Vectors.negate(gradient, direction);
        for (int k = 0; k < count; k++) {
            int pair = Math.floorMod(newest - k, s.length);
            alpha[pair] = inverseProduct[pair] * Vectors.dot(s[pair], direction);
            Vectors.addScaled(-alpha[pair], y[pair], direction);
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= scale;
        }
        for (int k = count - 1; k >= 0; k--) {
            int pair = Math.floorMod(newest - k, s.length);
            double beta = inverseProduct[pair] * Vectors.dot(y[pair], direction);
            Vectors.addScaled(alpha[pair] - beta, s[pair], direction);
        }
        return 0;
    }
}
