package dev.pullback.runtime.check;

import dev.pullback.runtime.Objective;
import java.util.Arrays;
import java.util.Objects;

/**
 * Checks a gradient against central differences of the function's values.
 *
 * <pre>{@code
 * new GradientCheck().assertMatches(RosenbrockDerivatives.rosenbrockObjective(), new double[] {-1.2, 1.0});
 * }</pre>
 *
 * <p>Every entry is differenced with the steps {@code h = cbrt(eps) * max(1, |x|)} and {@code 2 h}; d is their
 * Richardson extrapolation. It is judged only if the two results agree and the one-sided slopes show no jump (for a
 * smooth function the gap between them halves with the step; at a kink it stays). An unjudged entry is no error, and no
 * confirmation either. The relative error is {@code |g - d| / max(|g|, |d|, gap, noise / tolerance)}: an entry far
 * below the change of the slope within one step, or below the noise that rounding of the values leaves in a difference,
 * cannot be resolved and counts as zero.
 *
 * <p>Source of the step: Nocedal and Wright 2006, "Numerical Optimization", section 8.1.
 *
 * <p>Immutable and thread-safe; the objective is called in the caller's thread, 4 n + 2 times.
 */
public final class GradientCheck {

    /** The relative error allowed by default. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    private final double tolerance;

    /** Creates a check with the {@link #DEFAULT_TOLERANCE default tolerance}. */
    public GradientCheck() {
        this(DEFAULT_TOLERANCE);
    }

    /**
     * Creates a check.
     *
     * @param tolerance the relative error allowed, positive and below 1; central differences cannot judge below 1e-9
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public GradientCheck(double tolerance) {
        if (!(tolerance > 0.0 && tolerance < 1.0)) {
            throw new IllegalArgumentException("tolerance must be in (0, 1), is " + tolerance);
        }
        this.tolerance = tolerance;
    }

    /**
     * Compares the gradient at a point with central differences.
     *
     * @param objective the function and its gradient
     * @param point the point, length n at least 1, finite; not modified
     * @return what was found
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the point is empty or not finite, or the function is not finite there
     */
    public GradientReport check(Objective objective, double[] point) {
        requirePoint(objective, point);
        double value = objective.value(point.clone());
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the objective's value at the point is " + value);
        }
        double[] gradient = new double[point.length];
        Arrays.fill(gradient, Double.NaN); // an entry that is not overwritten must not pass
        double gradientValue = objective.valueAndGradient(point.clone(), gradient);

        double[] probe = point.clone();
        int unjudged = 0;
        int worst = -1;
        double worstError = 0.0;
        double worstDifference = Double.NaN;
        for (int i = 0; i < point.length; i++) {
            CentralDifference difference = differenceAt(objective, probe, i, value);
            if (!difference.isReliable(tolerance)) {
                unjudged++;
                continue;
            }
            double error = difference.errorOf(gradient[i], tolerance);
            if (worst < 0 || error > worstError) {
                worst = i;
                worstError = error;
                worstDifference = difference.extrapolated();
            }
        }
        double worstGradient = worst < 0 ? Double.NaN : gradient[worst];
        return new GradientReport(
                point.length,
                unjudged,
                worstError,
                worst,
                worstGradient,
                worstDifference,
                value,
                gradientValue,
                tolerance);
    }

    /**
     * Requires that the gradient is right at a point, in every entry that can be judged and in at least one.
     *
     * @param objective the function and its gradient
     * @param point the point, length n at least 1, finite; not modified
     * @throws AssertionError if an entry is wrong (the message names the worst one with both values), if {@code value}
     *     and {@code valueAndGradient} return different values, or if no entry could be judged
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the point is empty or not finite, or the function is not finite there
     */
    public void assertMatches(Objective objective, double[] point) {
        GradientReport report = check(objective, point);
        if (!report.matches() || report.judged() == 0) {
            throw new AssertionError(report.summary());
        }
    }

    private static void requirePoint(Objective objective, double[] point) {
        Objects.requireNonNull(objective, "objective is null");
        requirePoint(point);
    }

    /** Requires entries, all finite. */
    static void requirePoint(double[] point) {
        Objects.requireNonNull(point, "point is null");
        if (point.length == 0) {
            throw new IllegalArgumentException("point is empty");
        }
        for (int i = 0; i < point.length; i++) {
            if (!Double.isFinite(point[i])) {
                throw new IllegalArgumentException("point[" + i + "] is " + point[i]);
            }
        }
    }

    /** Differences along entry i; {@code probe} is changed and restored. */
    private static CentralDifference differenceAt(Objective objective, double[] probe, int i, double value) {
        double x = probe[i];
        double[] points = CentralDifference.points(x);
        double[] values = new double[points.length];
        for (int k = 0; k < points.length; k++) {
            probe[i] = points[k];
            values[k] = objective.value(probe);
        }
        probe[i] = x;
        return CentralDifference.of(x, value, points, values);
    }
}
