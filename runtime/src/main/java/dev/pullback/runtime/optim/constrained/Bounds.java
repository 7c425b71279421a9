package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.run.Arguments;
import java.util.Arrays;
import java.util.Objects;

/** Bounds on each parameter; immutable and thread-safe. */
public final class Bounds implements Projection {

    private final double[] lower;
    private final double[] upper;

    /**
     * Creates bounds.
     *
     * @param lower the least values, negative infinity for none; copied
     * @param upper the largest values, infinity for none; copied
     * @throws IllegalArgumentException if the lengths differ, a bound is NaN, or a lower one exceeds its upper one
     */
    public Bounds(double[] lower, double[] upper) {
        this.lower = Objects.requireNonNull(lower, "lower is null").clone();
        this.upper = Arguments.requireLength(upper, lower.length, "upper").clone();
        for (int i = 0; i < lower.length; i++) {
            if (!(this.lower[i] <= this.upper[i])) {
                throw new IllegalArgumentException(
                        "lower[" + i + "] is " + this.lower[i] + ", upper[" + i + "] is " + this.upper[i]);
            }
        }
    }

    /**
     * The same bounds for all parameters.
     *
     * @param size the number of parameters
     * @param lower the least value, negative infinity for none
     * @param upper the largest value, infinity for none
     * @return the bounds
     * @throws IllegalArgumentException if the lower bound exceeds the upper one
     */
    public static Bounds all(int size, double lower, double upper) {
        double[] lowers = new double[Arguments.requireAtLeast(size, 0, "size")];
        double[] uppers = new double[size];
        Arrays.fill(lowers, lower);
        Arrays.fill(uppers, upper);
        return new Bounds(lowers, uppers);
    }

    /**
     * The number of parameters.
     *
     * @return the length of both arrays
     */
    public int size() {
        return lower.length;
    }

    /**
     * A lower bound.
     *
     * @param index the parameter
     * @return its least value
     */
    public double lower(int index) {
        return lower[index];
    }

    /**
     * An upper bound.
     *
     * @param index the parameter
     * @return its largest value
     */
    public double upper(int index) {
        return upper[index];
    }

    @Override
    public void project(double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.min(Math.max(point[i], lower[i]), upper[i]);
        }
    }

    /** Requires a point of the right length, and brings it into the bounds. */
    double[] projected(double[] start) {
        Objects.requireNonNull(start, "start is null");
        double[] point = Arguments.requireLength(start, lower.length, "start").clone();
        project(point);
        return point;
    }

    /** The Euclidean norm of {@code P(x - g) - x}. */
    double optimality(double[] point, double[] gradient) {
        double sum = 0.0;
        for (int i = 0; i < point.length; i++) {
            double step = Math.min(Math.max(point[i] - gradient[i], lower[i]), upper[i]) - point[i];
            sum += step * step;
        }
        return Math.sqrt(sum);
    }
}
