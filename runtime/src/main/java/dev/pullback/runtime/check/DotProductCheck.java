package dev.pullback.runtime.check;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Checks a pullback against a pushforward: for every tangent xDot and every seed yBar,
 *
 * <pre>{@code
 * yBar . (J xDot) = (J^T yBar) . xDot
 * }</pre>
 *
 * <p>The identity holds to rounding, so that the check is far sharper than differences; it does not see an error that
 * both modes share. Tangents and seeds are random with a fixed seed: the same call gives the same report.
 *
 * <p>Source: Griewank and Walther 2008, "Evaluating Derivatives", section 3.2 (the adjoint identity).
 *
 * <p>Immutable and thread-safe; the functions are called in the caller's thread.
 */
public final class DotProductCheck {

    /** The relative error allowed by default. */
    public static final double DEFAULT_TOLERANCE = 1e-12;

    private static final int TRIALS = 5;
    private static final long SEED = 20_240_229L;

    private final double tolerance;

    /** Multiplies a tangent by the Jacobian, at a fixed point. */
    @FunctionalInterface
    public interface Pushforward {

        /**
         * Computes {@code yDot = J xDot}.
         *
         * @param xDot the tangent of the independents, length {@code inputs}; not modified
         * @param yDot receives the tangent of the dependents, length {@code outputs}; zero on entry
         */
        void apply(double[] xDot, double[] yDot);
    }

    /** Multiplies a seed by the transposed Jacobian, at a fixed point. */
    @FunctionalInterface
    public interface Pullback {

        /**
         * Computes {@code xBar += J^T yBar}, as generated pullbacks do.
         *
         * @param yBar the adjoint of the dependents, length {@code outputs}; a copy, may be modified
         * @param xBar receives the adjoint of the independents, length {@code inputs}; zero on entry
         */
        void apply(double[] yBar, double[] xBar);
    }

    /** Creates a check with the {@link #DEFAULT_TOLERANCE default tolerance}. */
    public DotProductCheck() {
        this(DEFAULT_TOLERANCE);
    }

    /**
     * Creates a check.
     *
     * @param tolerance the relative error allowed, positive and less than 1
     * @throws IllegalArgumentException if the tolerance is out of range
     */
    public DotProductCheck(double tolerance) {
        if (!(tolerance > 0.0 && tolerance < 1.0)) {
            throw new IllegalArgumentException("tolerance must be in (0, 1), is " + tolerance);
        }
        this.tolerance = tolerance;
    }

    /**
     * Compares the two modes in a few random directions.
     *
     * @param pushforward the tangent mode at a point
     * @param pullback the adjoint mode at the same point
     * @param inputs the number of independents, at least 1
     * @param outputs the number of dependents, at least 1
     * @return the worst trial
     * @throws NullPointerException if a function is null
     * @throws IllegalArgumentException if a number is less than 1
     */
    public DotProductReport check(Pushforward pushforward, Pullback pullback, int inputs, int outputs) {
        Objects.requireNonNull(pushforward, "pushforward is null");
        Objects.requireNonNull(pullback, "pullback is null");
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "inputs and outputs must be at least 1, are " + inputs + " and " + outputs);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        DotProductReport worst =
                trial(pushforward, pullback, directions(random, inputs), directions(random, outputs), 0);
        for (int trial = 1; trial < TRIALS; trial++) {
            double[] xDot = directions(random, inputs);
            DotProductReport next = trial(pushforward, pullback, xDot, directions(random, outputs), trial);
            worst = next.relativeError() > worst.relativeError() ? next : worst;
        }
        return worst;
    }

    /**
     * Requires that the two modes agree.
     *
     * @param pushforward the tangent mode at a point
     * @param pullback the adjoint mode at the same point
     * @param inputs the number of independents, at least 1
     * @param outputs the number of dependents, at least 1
     * @throws AssertionError if they do not; the message has both products
     * @throws NullPointerException if a function is null
     * @throws IllegalArgumentException if a number is less than 1
     */
    public void assertMatches(Pushforward pushforward, Pullback pullback, int inputs, int outputs) {
        DotProductReport report = check(pushforward, pullback, inputs, outputs);
        if (!report.matches()) {
            throw new AssertionError(report.summary());
        }
    }

    private DotProductReport trial(
            Pushforward pushforward, Pullback pullback, double[] xDot, double[] yBar, int trial) {
        double[] yDot = new double[yBar.length];
        pushforward.apply(xDot.clone(), yDot);
        double[] xBar = new double[xDot.length];
        pullback.apply(yBar.clone(), xBar);
        double tangent = 0.0;
        double adjoint = 0.0;
        double scale = 0.0;
        for (int i = 0; i < yBar.length; i++) {
            tangent += yBar[i] * yDot[i];
            scale += Math.abs(yBar[i] * yDot[i]);
        }
        for (int j = 0; j < xDot.length; j++) {
            adjoint += xBar[j] * xDot[j];
            scale += Math.abs(xBar[j] * xDot[j]);
        }
        double difference = Math.abs(tangent - adjoint);
        double error = difference == 0.0 ? 0.0 : difference / scale;
        return new DotProductReport(
                tangent, adjoint, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error, trial, tolerance);
    }

    private static double[] directions(SplittableRandom random, int length) {
        double[] direction = new double[length];
        Arrays.setAll(direction, i -> random.nextDouble() * 2.0 - 1.0);
        return direction;
    }
}
