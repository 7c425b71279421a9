package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.run.Arguments;
import java.util.Objects;

/**
 * A convex term h without a derivative everywhere, by the point that minimizes {@code h(z) + |z - x|^2 / (2 step)}.
 *
 * <p>Implementations have no state and allocate nothing.
 */
public interface Proximal {

    /**
     * The term.
     *
     * @param point the point; not modified
     * @return its value
     */
    double value(double[] point);

    /**
     * Replaces a point x by the minimum of {@code h(z) + |z - x|^2 / (2 step)}.
     *
     * @param point the point; changed
     * @param step the step, positive
     */
    void apply(double[] point, double step);

    /**
     * {@code strength sum |x_i|}, which makes parameters exactly zero: soft thresholding.
     *
     * @param strength the factor, not negative
     * @return the term
     * @throws IllegalArgumentException if the strength is negative
     */
    static Proximal l1(double strength) {
        return elasticNet(strength, 0.0);
    }

    /**
     * {@code l1 sum |x_i| + l2 / 2 sum x_i^2}.
     *
     * @param l1 the factor of the absolute values, not negative
     * @param l2 the factor of half the squares, not negative
     * @return the term
     * @throws IllegalArgumentException if a factor is negative
     */
    static Proximal elasticNet(double l1, double l2) {
        Arguments.requireNotNegative(l1, "l1");
        Arguments.requireNotNegative(l2, "l2");
        return new Proximal() {
            @Override
            public double value(double[] point) {
                double absolutes = 0.0;
                double squares = 0.0;
                for (double entry : point) {
                    absolutes += Math.abs(entry);
                    squares += entry * entry;
                }
                return l1 * absolutes + 0.5 * l2 * squares;
            }

            @Override
            public void apply(double[] point, double step) {
                for (int i = 0; i < point.length; i++) {
                    double size = Math.max(0.0, Math.abs(point[i]) - step * l1);
                    point[i] = Math.copySign(size, point[i]) / (1.0 + step * l2);
                }
            }
        };
    }

    /**
     * Zero inside a set and infinite outside.
     *
     * @param projection onto the set
     * @return the term
     */
    static Proximal indicator(Projection projection) {
        Objects.requireNonNull(projection, "projection is null");
        return new Proximal() {
            @Override
            public double value(double[] point) {
                return 0.0;
            }

            @Override
            public void apply(double[] point, double step) {
                projection.project(point);
            }
        };
    }
}
