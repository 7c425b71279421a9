package dev.pullback.processor.rules;

import java.util.SplittableRandom;

/** Random arguments of operations. */
final class RandomPoints {
    private static final double RANGE = 4.0;

    private RandomPoints() {}

    /** A point in the middle of the real numbers, of either sign; whole numbers for {@code int} arguments. */
    static double[] next(Operation operation, SplittableRandom random) {
        double[] point = new double[operation.arguments().size()];
        for (int i = 0; i < point.length; i++) {
            double x = random.nextDouble(-RANGE, RANGE);
            point[i] = operation.isReal(i) ? x : Math.rint(x);
        }
        return point;
    }
}
