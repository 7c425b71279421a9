package dev.pullback.runtime.optim.run;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.WolfeConditions;
import org.jspecify.annotations.Nullable;

/**
 * A line search for the strong Wolfe conditions along a descent direction d from x:
 *
 * <pre>{@code
 * f(x + a d) <= f(x) + c1 a f'(x).d      and      |f'(x + a d).d| <= c2 |f'(x).d|
 * }</pre>
 *
 * <p>Source: Nocedal and Wright 2006, "Numerical Optimization", algorithms 3.5 (bracket) and 3.6 (zoom) with cubic
 * interpolation (3.59). Two additions. A trial with a non-finite value or slope ends the interval without entering an
 * interpolation, so that the search steps back into the domain. Where the decrease drowns in the rounding of f, the
 * slopes alone decide: Hager and Zhang 2005, "A New Conjugate Gradient Method with Guaranteed Descent and an Efficient
 * Line Search", the approximate Wolfe conditions (4.1).
 *
 * <p>Holds the buffers of one run: not thread-safe, no allocation after construction.
 */
public final class WolfeLineSearch {

    /** The relative rounding error of f that is taken for granted. */
    private static final double VALUE_ROUNDING = 1e-13;

    /** A trial keeps this share of the interval's width away from both ends. */
    private static final double MARGIN = 0.1;

    /** Brings a trial point into its limits, where rounding has left them. */
    @FunctionalInterface
    public interface Limits {

        /** Changes the point by some units in the last place. */
        void project(double[] point);
    }

    private final Objective objective;
    private final @Nullable Limits limits;
    private final double sufficientDecrease;
    private final double curvature;
    private final int maxEvaluations;

    private final double[] trialPoint;
    private final double[] trialGradient;
    private double[] origin;
    private double[] direction;
    private double originValue;
    private double originSlope;

    private double step;
    private double value;
    private double slope;
    private int evaluations;
    private boolean wolfe;

    /** The best trial so far: it satisfies the decrease condition (or is the origin, step 0). */
    private double lowStep;

    private double lowValue;
    private double lowSlope;
    /** The other end of the interval; its value is NaN if it must not enter an interpolation. */
    private double highStep;

    private double highValue;
    private double highSlope;

    /** A line search without limits. */
    public WolfeLineSearch(Objective objective, int size, WolfeConditions conditions) {
        this(objective, size, conditions, null);
    }

    /** A line search with limits that the longest step keeps but for rounding. */
    public WolfeLineSearch(Objective objective, int size, WolfeConditions conditions, @Nullable Limits limits) {
        this.objective = objective;
        this.limits = limits;
        this.sufficientDecrease = conditions.sufficientDecrease();
        this.curvature = conditions.curvature();
        this.maxEvaluations = conditions.maxEvaluations();
        this.trialPoint = new double[size];
        this.trialGradient = new double[size];
        this.origin = trialPoint;
        this.direction = trialPoint;
    }

    /**
     * Searches along a direction. On success {@link #point}, {@link #gradient} and {@link #value} are those of the
     * accepted step.
     *
     * @param from the point to start from
     * @param fromValue its value, finite
     * @param along the direction
     * @param fromSlope the gradient's product with the direction, negative
     * @param firstStep the step to try first, positive
     * @param longest the longest step, at least the first one; it needs the decrease only
     * @return whether a step with a sufficient decrease was found; {@link #satisfiesWolfe} tells about the slope
     */
    public boolean search(
            double[] from, double fromValue, double[] along, double fromSlope, double firstStep, double longest) {
        origin = from;
        direction = along;
        originValue = fromValue;
        originSlope = fromSlope;
        evaluations = 0;
        wolfe = false;
        lowStep = 0.0;
        lowValue = fromValue;
        lowSlope = fromSlope;
        evaluate(firstStep);
        while (true) {
            if (accepts()) {
                wolfe = true;
                return true;
            }
            if (!isFinite() || !decreases() || lowStep > 0.0 && value >= lowValue) {
                trialBecomesHigh();
                return zoom();
            }
            if (slope >= 0.0) {
                lowBecomesHigh();
                trialBecomesLow();
                return zoom();
            }
            double next = farther();
            boolean isLongest = step >= longest;
            trialBecomesLow();
            if (evaluations >= maxEvaluations || isLongest) {
                return settle();
            }
            evaluate(Math.min(next, longest));
        }
    }

    /** Algorithm 3.6: shrinks the interval between low and high around a step that satisfies the conditions. */
    private boolean zoom() {
        double width = Math.abs(highStep - lowStep);
        boolean bisect = false;
        while (evaluations < maxEvaluations && width > Math.ulp(Math.max(lowStep, highStep))) {
            evaluate(between(bisect));
            if (accepts()) {
                wolfe = true;
                return true;
            }
            if (!isFinite() || !decreases() || value >= lowValue) {
                trialBecomesHigh();
            } else {
                if (slope * (highStep - lowStep) >= 0.0) {
                    lowBecomesHigh();
                }
                trialBecomesLow();
            }
            double narrowed = Math.abs(highStep - lowStep);
            bisect = narrowed > 0.66 * width;
            width = narrowed;
        }
        return settle();
    }

    /** Out of trials: takes the best one if it is any better than the origin. */
    private boolean settle() {
        if (lowStep == 0.0 || !(lowValue < originValue)) {
            return false;
        }
        if (step != lowStep) {
            evaluate(lowStep);
        }
        return true;
    }

    private void evaluate(double trialStep) {
        step = trialStep;
        for (int i = 0; i < trialPoint.length; i++) {
            trialPoint[i] = origin[i] + trialStep * direction[i];
        }
        if (limits != null) {
            limits.project(trialPoint);
        }
        value = objective.valueAndGradient(trialPoint, trialGradient);
        slope = Vectors.dot(trialGradient, direction);
        evaluations++;
    }

    private boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(slope);
    }

    private boolean decreases() {
        return value <= originValue + sufficientDecrease * step * originSlope;
    }

    private boolean accepts() {
        if (!isFinite()) {
            return false;
        }
        if (decreases() && Math.abs(slope) <= -curvature * originSlope) {
            return Vectors.firstNonFinite(trialGradient) < 0;
        }
        return Math.abs(value - originValue) <= VALUE_ROUNDING * Math.abs(originValue)
                && slope <= (2.0 * sufficientDecrease - 1.0) * originSlope
                && slope >= curvature * originSlope
                && Vectors.firstNonFinite(trialGradient) < 0;
    }

    /** A longer step: where the cubic through low and trial has its minimum, but two to ten times the trial's. */
    private double farther() {
        double minimum = cubicMinimum(lowStep, lowValue, lowSlope, step, value, slope);
        return Double.isNaN(minimum) || minimum <= step
                ? 4.0 * step
                : Math.min(Math.max(minimum, 2.0 * step), 10.0 * step);
    }

    /** A step inside the interval: the cubic's minimum, kept off the ends; the middle if there is no cubic. */
    private double between(boolean bisect) {
        double width = highStep - lowStep;
        if (Double.isNaN(highValue)) {
            return lowStep + 0.25 * width;
        }
        double minimum = cubicMinimum(lowStep, lowValue, lowSlope, highStep, highValue, highSlope);
        double share = (minimum - lowStep) / width;
        if (bisect || Double.isNaN(share)) {
            return lowStep + 0.5 * width;
        }
        return lowStep + Math.min(Math.max(share, MARGIN), 1.0 - MARGIN) * width;
    }

    /** Equation (3.59): the minimum of the cubic with these values and slopes at a and b, NaN if there is none. */
    private static double cubicMinimum(double a, double fa, double da, double b, double fb, double db) {
        double d1 = da + db - 3.0 * (fa - fb) / (a - b);
        double d2 = Math.copySign(Math.sqrt(d1 * d1 - da * db), b - a);
        return b - (b - a) * (db + d2 - d1) / (db - da + 2.0 * d2);
    }

    private void trialBecomesLow() {
        lowStep = step;
        lowValue = value;
        lowSlope = slope;
    }

    private void trialBecomesHigh() {
        highStep = step;
        highValue = isFinite() ? value : Double.NaN;
        highSlope = slope;
    }

    private void lowBecomesHigh() {
        highStep = lowStep;
        highValue = lowValue;
        highSlope = lowSlope;
    }

    /** The accepted point: the search's own buffer, overwritten by the next search. */
    public double[] point() {
        return trialPoint;
    }

    /** The gradient at the accepted point: the search's own buffer, overwritten by the next search. */
    public double[] gradient() {
        return trialGradient;
    }

    /** The value at the accepted point. */
    public double value() {
        return value;
    }

    /** The accepted step. */
    public double step() {
        return step;
    }

    /** The evaluations of the last search. */
    public int evaluations() {
        return evaluations;
    }

    /** Whether the accepted step satisfies both conditions, and not the decrease alone. */
    public boolean satisfiesWolfe() {
        return wolfe;
    }
}
