package dev.pullback.runtime.check;

import dev.pullback.runtime.Objective;
import java.util.Arrays;
import java.util.Objects;

/**
 * Checks a Hessian against central differences of the function's gradient, and its symmetry.
 *
 * <pre>{@code
 * new HessianCheck().assertMatches(
 *         RosenbrockDerivatives.rosenbrockObjective(), RosenbrockDerivatives::rosenbrockHessian, new double[] {-1.2, 1.0});
 * }</pre>
 *
 * <p>Column j is differenced along entry j of the point, and judged as {@link GradientCheck} does. The gradient itself is
 * taken for right: check it first. Mirrored entries may differ by the tolerance, relative to the larger one or to what rounding leaves of
 * the largest entry.
 *
 * <p>Immutable and thread-safe; the functions are called in the caller's thread, the gradient 4 n + 1 times.
 */
public final class HessianCheck {

    /** The relative error allowed by default. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    private static final double NOISE = 64.0 * Math.ulp(1.0);

    private final double tolerance;

    /** A Hessian as generated methods compute it. */
    @FunctionalInterface
    public interface Hessian {

        /**
         * Computes the second derivatives.
         *
         * @param point the point, length n; a copy, may be modified
         * @return n by n, row i the derivatives of entry i of the gradient
         */
        double[][] at(double[] point);
    }

    /** Creates a check with the {@link #DEFAULT_TOLERANCE default tolerance}. */
    public HessianCheck() {
        this(DEFAULT_TOLERANCE);
    }

    /**
     * Creates a check.
     *
     * @param tolerance the relative error allowed, positive and below 1; central differences cannot judge below 1e-9
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public HessianCheck(double tolerance) {
        if (!(tolerance > 0.0 && tolerance < 1.0)) {
            throw new IllegalArgumentException("tolerance must be in (0, 1), is " + tolerance);
        }
        this.tolerance = tolerance;
    }

    /**
     * Compares the Hessian at a point with central differences of the gradient.
     *
     * @param objective the function and its gradient
     * @param hessian the Hessian to check
     * @param point the point, length n at least 1, finite; not modified
     * @return what was found
     * @throws NullPointerException if an argument, or the Hessian or one of its rows is null
     * @throws IllegalArgumentException if the point is empty or not finite, or the Hessian is not n by n
     */
    public HessianReport check(Objective objective, Hessian hessian, double[] point) {
        Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(hessian, "hessian is null");
        Objects.requireNonNull(point, "point is null");
        GradientCheck.requirePoint(point);
        double[][] values = hessian.at(point.clone());
        requireShape(values, point.length);
        return new Comparison(values, tolerance).report(objective, point);
    }

    /**
     * Requires that the Hessian is right at a point, in every entry that can be judged and in at least one, and symmetric.
     *
     * @param objective the function and its gradient
     * @param hessian the Hessian to check
     * @param point the point, length n at least 1, finite; not modified
     * @throws AssertionError if an entry is wrong (the message names the worst one with both values), if the Hessian is not
     *     symmetric, or if no entry could be judged
     * @throws NullPointerException if an argument, or the Hessian or one of its rows is null
     * @throws IllegalArgumentException if the point is empty or not finite, or the Hessian is not n by n
     */
    public void assertMatches(Objective objective, Hessian hessian, double[] point) {
        HessianReport report = check(objective, hessian, point);
        if (!report.matches() || report.judged() == 0) {
            throw new AssertionError(report.summary());
        }
    }

    private static void requireShape(double[][] values, int n) {
        Objects.requireNonNull(values, "the Hessian is null");
        if (values.length != n) {
            throw new IllegalArgumentException(
                    "the Hessian has " + values.length + " rows, the point " + n + " entries");
        }
        for (int i = 0; i < n; i++) {
            Objects.requireNonNull(values[i], "a row of the Hessian is null");
            if (values[i].length != n) {
                throw new IllegalArgumentException(
                        "row " + i + " of the Hessian has length " + values[i].length + ", the point " + n);
            }
        }
    }

    /** One comparison under way. */
    private static final class Comparison {
        private final double[][] hessian;
        private final double tolerance;
        private int unjudged;
        private int worstRow = -1;
        private int worstColumn = -1;
        private double worstError;
        private double worstDifference = Double.NaN;
        private int asymmetricRow = -1;
        private int asymmetricColumn = -1;
        private double worstAsymmetry;

        Comparison(double[][] hessian, double tolerance) {
            this.hessian = hessian;
            this.tolerance = tolerance;
        }

        HessianReport report(Objective objective, double[] point) {
            double[] center = gradient(objective, point);
            double[] probe = point.clone();
            for (int j = 0; j < point.length; j++) {
                column(objective, probe, j, center);
            }
            symmetry();
            return new HessianReport(
                    point.length * point.length,
                    unjudged,
                    worstError,
                    worstRow,
                    worstColumn,
                    worstRow < 0 ? Double.NaN : hessian[worstRow][worstColumn],
                    worstDifference,
                    worstAsymmetry,
                    asymmetricRow,
                    asymmetricColumn,
                    tolerance);
        }

        private void column(Objective objective, double[] probe, int j, double[] center) {
            double x = probe[j];
            double[] points = CentralDifference.points(x);
            double[][] gradients = new double[points.length][];
            for (int k = 0; k < points.length; k++) {
                probe[j] = points[k];
                gradients[k] = gradient(objective, probe);
            }
            probe[j] = x;
            for (int i = 0; i < center.length; i++) {
                double[] values = new double[points.length];
                for (int k = 0; k < points.length; k++) {
                    values[k] = gradients[k][i];
                }
                judge(i, j, CentralDifference.of(x, center[i], points, values));
            }
        }

        private void judge(int row, int column, CentralDifference difference) {
            if (!difference.isReliable(tolerance)) {
                unjudged++;
                return;
            }
            double error = difference.errorOf(hessian[row][column], tolerance);
            if (worstRow < 0 || error > worstError) {
                worstRow = row;
                worstColumn = column;
                worstError = error;
                worstDifference = difference.extrapolated();
            }
        }

        private void symmetry() {
            double largest = Arrays.stream(hessian)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElse(0.0);
            for (int i = 0; i < hessian.length; i++) {
                for (int j = 0; j < i; j++) {
                    double asymmetry = asymmetry(hessian[i][j], hessian[j][i], NOISE * largest / tolerance);
                    if (asymmetry > worstAsymmetry) {
                        worstAsymmetry = asymmetry;
                        asymmetricRow = i;
                        asymmetricColumn = j;
                    }
                }
            }
        }

        private static double asymmetry(double lower, double upper, double noise) {
            if (lower == upper) {
                return 0.0;
            }
            double difference = Math.abs(lower - upper);
            double scale = Math.max(noise, Math.max(Math.abs(lower), Math.abs(upper)));
            return difference < Double.POSITIVE_INFINITY ? difference / scale : Double.POSITIVE_INFINITY;
        }

        private static double[] gradient(Objective objective, double[] point) {
            double[] gradient = new double[point.length];
            Arrays.fill(gradient, Double.NaN); // an entry that is not overwritten must not pass
            objective.valueAndGradient(point.clone(), gradient);
            return gradient;
        }
    }
}
