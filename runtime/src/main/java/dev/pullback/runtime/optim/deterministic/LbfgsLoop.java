package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import org.jspecify.annotations.Nullable;

/** One run of {@link Lbfgs}: its arrays and its loop; allocates at construction and at the end only. */
final class LbfgsLoop {

    /** Iterations in a row without a lower value, after which rounding has the upper hand. */
    private static final int MOST_IDLE_ITERATIONS = 10;

    private final Run run;
    private final CurvatureMemory memory;
    private final WolfeLineSearch lineSearch;
    private final double[] direction;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int idleIterations;

    LbfgsLoop(Lbfgs.Settings settings, Run run) {
        int size = run.point.length;
        this.run = run;
        this.memory = new CurvatureMemory(settings.memory(), size);
        this.lineSearch = new WolfeLineSearch(run.objective, size, settings);
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
            memory.add(run.point, run.gradient, lineSearch.point(), lineSearch.gradient());
            reason = stationaryOr(accept());
            if (reason == null && isIdle()) {
                reason = StopReason.NO_PROGRESS;
            }
        }
        return run.finish(reason);
    }

    private boolean searchWithRestart() {
        memory.direction(run.gradient, direction);
        if (search()) {
            return true;
        }
        if (memory.isEmpty()) {
            return false;
        }
        memory.clear();
        memory.direction(run.gradient, direction);
        return search();
    }

    private boolean search() {
        double slope = Vectors.dot(run.gradient, direction);
        if (!(slope < 0.0 && slope > Double.NEGATIVE_INFINITY)) {
            return false;
        }
        double firstStep = memory.isEmpty() ? Math.min(1.0, 1.0 / run.gradientNorm()) : 1.0;
        boolean found = lineSearch.search(run.point, run.value(), direction, slope, firstStep);
        run.countEvaluations(lineSearch.evaluations());
        return found;
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
