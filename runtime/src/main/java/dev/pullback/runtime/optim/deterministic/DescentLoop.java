package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import dev.pullback.runtime.optim.run.WolfeLineSearch;
import org.jspecify.annotations.Nullable;

/**
 * One run along descent directions: direction, line search, next point; where a search fails it is tried once more along the
 * steepest descent. Allocates at construction and at the end only.
 */
final class DescentLoop {

    private static final double LONGEST_STEP = 1e20;

    /** Iterations in a row without a lower value, after which rounding has the upper hand. */
    private static final int MOST_IDLE_ITERATIONS = 10;

    private final Run run;
    private final DescentDirection rule;
    private final WolfeLineSearch lineSearch;
    private final double[] direction;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int idleIterations;
    /** The step times the slope of the last search, NaN before the first one. */
    private double lastProduct = Double.NaN;

    DescentLoop(Run run, DescentDirection rule, WolfeConditions conditions) {
        int size = run.point.length;
        this.run = run;
        this.rule = rule;
        this.lineSearch = new WolfeLineSearch(run.objective, size, conditions);
        this.direction = new double[size];
    }

    OptimizationResult minimize() {
        StopReason reason = stationaryOr(run.begin());
        while (reason == null) {
            if (!searchWithRestart()) {
                return run.finish(
                        StopReason.NO_PROGRESS,
                        "no step along the steepest descent lowers the value: the limit of floating point, "
                                + "or a gradient that does not fit the value (see GradientCheck)");
            }
            rule.learn(run.point, run.gradient, lineSearch.point(), lineSearch.gradient());
            reason = stationaryOr(accept());
            if (reason == null && isIdle()) {
                reason = StopReason.NO_PROGRESS;
            }
        }
        return run.finish(reason);
    }

    private boolean searchWithRestart() {
        run.countEvaluations(rule.compute(run.point, run.gradient, direction));
        if (search()) {
            return true;
        }
        if (rule.isSteepestDescent()) {
            return false;
        }
        rule.forget();
        rule.compute(run.point, run.gradient, direction);
        return search();
    }

    private boolean search() {
        double slope = Vectors.dot(run.gradient, direction);
        if (!(slope < 0.0 && slope > Double.NEGATIVE_INFINITY)) {
            return false;
        }
        boolean found = lineSearch.search(run.point, run.value(), direction, slope, firstStep(slope), LONGEST_STEP);
        run.countEvaluations(lineSearch.evaluations());
        lastProduct = lineSearch.step() * slope;
        return found;
    }

    /** 1 for directions of the right length; otherwise what promises the last decrease (Nocedal and Wright, page 58). */
    private double firstStep(double slope) {
        if (rule.isScaled()) {
            return 1.0;
        }
        double step = lastProduct / slope;
        return step > 0.0 && step < LONGEST_STEP ? step : Math.min(1.0, 1.0 / run.gradientNorm());
    }

    private @Nullable StopReason accept() {
        double stepNorm = Vectors.distance(lineSearch.point(), run.point);
        System.arraycopy(lineSearch.point(), 0, run.point, 0, run.point.length);
        System.arraycopy(lineSearch.gradient(), 0, run.gradient, 0, run.gradient.length);
        return run.advance(lineSearch.value(), stepNorm);
    }

    /** A zero gradient leaves no direction: the run has converged whatever the criterion says. */
    private @Nullable StopReason stationaryOr(@Nullable StopReason reason) {
        return reason == null && run.gradientNorm() == 0.0 ? StopReason.GRADIENT_NORM : reason;
    }

    private boolean isIdle() {
        if (run.value() < bestValue) {
            bestValue = run.value();
            idleIterations = 0;
        } else {
            idleIterations++;
        }
        return idleIterations >= MOST_IDLE_ITERATIONS;
    }
}
