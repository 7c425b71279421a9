package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;

/**
 * The nearest point of a closed convex set.
 *
 * <p>Implementations have no state and allocate nothing.
 */
@FunctionalInterface
public interface Projection {

    /**
     * Replaces a point by the nearest one of the set.
     *
     * @param point the point, length n; changed
     */
    void project(double[] point);

    /**
     * The points without a negative entry.
     *
     * @return the projection
     */
    static Projection nonNegative() {
        return point -> {
            for (int i = 0; i < point.length; i++) {
                point[i] = Math.max(0.0, point[i]);
            }
        };
    }

    /**
     * The ball around the origin.
     *
     * @param radius its radius, positive
     * @return the projection
     * @throws IllegalArgumentException if the radius is not positive
     */
    static Projection ball(double radius) {
        Arguments.requirePositive(radius, "radius");
        return point -> {
            double norm = Vectors.norm(point);
            if (norm > radius) {
                Vectors.scale(radius / norm, point);
            }
        };
    }

    /**
     * The simplex: entries that are not negative and have a given sum, such as probabilities.
     *
     * <p>Source: Michelot 1986, "A Finite Algorithm for Finding the Projection of a Point onto the Canonical Simplex of R^n".
     *
     * @param sum the sum, positive
     * @return the projection
     * @throws IllegalArgumentException if the sum is not positive
     */
    static Projection simplex(double sum) {
        Arguments.requirePositive(sum, "sum");
        return point -> {
            double threshold = Double.NEGATIVE_INFINITY;
            int before = -1;
            int active = 0;
            while (active != before) {
                before = active;
                active = 0;
                double total = 0.0;
                for (double entry : point) {
                    if (entry > threshold) {
                        total += entry;
                        active++;
                    }
                }
                threshold = (total - sum) / active;
            }
            for (int i = 0; i < point.length; i++) {
                point[i] = Math.max(0.0, point[i] - threshold);
            }
        };
    }
}
