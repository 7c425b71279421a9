package dev.pullback.runtime.implicit;

import dev.pullback.runtime.Shapes;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Iterates {@code x = step(x)} until it stands still, and does the same with the derivatives: where {@code x = step(x, p)}, the
 * adjoint of x solves {@code u = xBar + Jx^T u} and gives {@code pBar += Jp^T u}, where Jx and Jp are the Jacobians of the step at
 * the solution. A step of Newton's method is a step like any other; its Jx is zero at the solution.
 *
 * <p>From Bruce Christianson, "Reverse accumulation and attractive fixed points", Optimization Methods and Software 3 (1994).
 *
 * <p>Immutable; may be shared between threads if the steps may.
 */
public final class FixedPoint {
    private static final double TOLERANCE = 1e-14;
    private static final int MOST_ITERATIONS = 10_000;

    private final double tolerance;
    private final int mostIterations;

    /** Iterates until no entry changes by more than {@code 1e-14} of the largest one, at most 10,000 times. */
    public FixedPoint() {
        this(TOLERANCE, MOST_ITERATIONS);
    }

    /**
     * Iterates with limits.
     *
     * @param tolerance the change of an entry that is no change, as a fraction of the entry that is largest by magnitude; positive
     * @param mostIterations after how many iterations to give up, positive
     * @throws IllegalArgumentException if a limit is not positive
     */
    public FixedPoint(double tolerance, int mostIterations) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance must be positive, but is " + tolerance);
        }
        if (mostIterations < 1) {
            throw new IllegalArgumentException("mostIterations must be positive, but is " + mostIterations);
        }
        this.tolerance = tolerance;
        this.mostIterations = mostIterations;
    }

    /**
     * The point that the step leaves where it is. The tangent of a solution is one, too: that of {@code d -> Jx d + Jp pDot}, which
     * is what a generated pushforward of the step computes.
     *
     * @param start where to begin; not changed
     * @param step gives a new array of the same length, and leaves its argument alone
     * @return the fixed point
     * @throws ArithmeticException if the iteration does not come to rest
     * @throws IllegalArgumentException if the step changes the number of entries
     */
    public double[] solve(double[] start, UnaryOperator<double[]> step) {
        return iterate("the iteration", start, step);
    }

    /**
     * The adjoint u of the step's result, where its argument is the fixed point: the solution of {@code u = xBar + Jx^T u}. The
     * pullback of the step with the seed u then gives the bars of the parameters.
     *
     * @param xBar the adjoint of the fixed point; not changed
     * @param pullback adds {@code Jx^T u} to its second argument, where u is its first: a generated pullback of the step at the
     *     solution, whose other bars are not used
     * @return the adjoint of the step's result; NaN if an entry of {@code xBar} is not finite
     * @throws ArithmeticException if the iteration does not come to rest, because the step does not attract: an eigenvalue of Jx is
     *     not less than one
     */
    public double[] adjoint(double[] xBar, BiConsumer<double[], double[]> pullback) {
        return linear("the adjoint of the fixed point", xBar, u -> {
            double[] next = xBar.clone();
            pullback.accept(u, next);
            return next;
        });
    }

    /**
     * The tangent of the fixed point: the solution of {@code d = direct + Jx d}.
     *
     * @param direct the tangent of the step where the fixed point stays as it is, {@code Jp pDot}; not changed
     * @param pushforward gives {@code Jx d}: a generated pushforward of the step along d alone
     * @return the tangent of the fixed point; NaN if an entry of {@code direct} is not finite
     * @throws ArithmeticException if the iteration does not come to rest
     */
    public double[] tangent(double[] direct, UnaryOperator<double[]> pushforward) {
        return linear("the tangent of the fixed point", direct, d -> {
            double[] next = direct.clone();
            Shapes.add(pushforward.apply(d), next);
            return next;
        });
    }

    /**
     * The adjoint of the step's result, of a fixed point that is one number.
     *
     * @param xBar the adjoint of the fixed point
     * @param slope the derivative of the step with respect to it
     * @return {@code xBar / (1 - slope)}
     * @throws ArithmeticException if the slope is one: the fixed point does not depend on the parameters smoothly
     */
    public double adjoint(double xBar, double slope) {
        if (slope == 1.0) {
            throw new ArithmeticException("the fixed point has no derivative: the slope of the step is 1");
        }
        return xBar / (1.0 - slope);
    }

    /**
     * The tangent of a fixed point that is one number.
     *
     * @param direct the tangent of the step where the fixed point stays as it is
     * @param slope the derivative of the step with respect to the fixed point
     * @return {@code direct / (1 - slope)}
     * @throws ArithmeticException if the slope is one
     */
    public double tangent(double direct, double slope) {
        return adjoint(direct, slope);
    }

    /** Of a linear equation whose right side is no vector of numbers the solution is none either, which is no divergence. */
    private double[] linear(String what, double[] right, UnaryOperator<double[]> step) {
        if (Arrays.stream(right).allMatch(Double::isFinite)) {
            return iterate(what, right, step);
        }
        double[] solution = new double[right.length];
        Arrays.fill(solution, Double.NaN);
        return solution;
    }

    private double[] iterate(String what, double[] start, UnaryOperator<double[]> step) {
        double[] x = start;
        double change = Double.NaN;
        for (int i = 0; i < mostIterations; i++) {
            double[] next = step.apply(x);
            if (next.length != start.length) {
                throw new IllegalArgumentException("the step gives " + next.length + " entries for " + start.length);
            }
            change = 0;
            double largest = 0;
            for (int j = 0; j < next.length; j++) {
                double difference = Math.abs(next[j] - x[j]);
                // NaN stays: an iteration that leaves the numbers has not converged.
                change = Double.isNaN(difference) ? Double.NaN : Math.max(change, difference);
                largest = Math.max(largest, Math.abs(next[j]));
            }
            if (Double.isNaN(change) || Double.isInfinite(largest)) {
                throw new ArithmeticException(what + " diverges: iteration " + (i + 1) + " gives no finite numbers");
            }
            x = next;
            if (change <= tolerance * largest) {
                return x == start ? start.clone() : x;
            }
        }
        throw new ArithmeticException(what + " does not converge: after " + mostIterations
                + " iterations it still changes by " + change + "; the step must attract, and the tolerance of "
                + tolerance + " be within reach");
    }
}
