package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import dev.pullback.runtime.optim.run.WolfeLineSearch;
import org.jspecify.annotations.Nullable;

/** One run of {@link Lbfgsb}: its arrays and its loop; allocates at construction and at the end only. */
final class LbfgsbLoop {

    /** Iterations in a row without a lower value, after which rounding has the upper hand. */
    private static final int MOST_IDLE_ITERATIONS = 10;

    private static final double LONGEST_STEP = 1e10;

    private final Run run;
    private final Bounds bounds;
    private final CompactHessian hessian;
    private final CauchyPoint cauchy;
    private final SubspaceMinimum subspace;
    private final WolfeLineSearch lineSearch;
    private final double[] direction;
    private double bestValue = Double.POSITIVE_INFINITY;
    private int idleIterations;

    LbfgsbLoop(Run run, Bounds bounds, int memory, WolfeConditions conditions) {
        int size = run.point.length;
        this.run = run;
        this.bounds = bounds;
        hessian = new CompactHessian(memory, size);
        cauchy = new CauchyPoint(bounds, hessian);
        subspace = new SubspaceMinimum(bounds, hessian);
        lineSearch = new WolfeLineSearch(run.objective, size, conditions, bounds::project);
        direction = new double[size];
    }

    OptimizationResult minimize() {
        StopReason reason = stationaryOr(run.begin());
        while (reason == null) {
            if (!searchWithRestart()) {
                return run.finish(
                        StopReason.NO_PROGRESS,
                        "no step along the projected gradient lowers the value: the limit of floating point, or a gradient "
                                + "that does not fit the value (see GradientCheck)");
            }
            hessian.learn(run.point, run.gradient, lineSearch.point(), lineSearch.gradient());
            double stepNorm = Vectors.distance(lineSearch.point(), run.point);
            Vectors.copy(lineSearch.point(), run.point);
            Vectors.copy(lineSearch.gradient(), run.gradient);
            reason = stationaryOr(run.advance(lineSearch.value(), stepNorm));
            if (reason == null && isIdle()) {
                reason = StopReason.NO_PROGRESS;
            }
        }
        return run.finish(reason);
    }

    private boolean searchWithRestart() {
        if (search()) {
            return true;
        }
        if (hessian.isEmpty()) {
            return false;
        }
        hessian.clear();
        return search();
    }

    private boolean search() {
        cauchy.find(run.point, run.gradient);
        if (!subspace.find(run.point, run.gradient, cauchy)) {
            return false;
        }
        double[] target = subspace.point();
        for (int i = 0; i < direction.length; i++) {
            direction[i] = target[i] - run.point[i];
        }
        double slope = Vectors.dot(run.gradient, direction);
        if (!(slope < 0.0 && slope > Double.NEGATIVE_INFINITY)) {
            return false;
        }
        double longest = longestStep();
        double first = hessian.isEmpty() ? Math.min(1.0, 1.0 / Vectors.norm(direction)) : 1.0;
        boolean found = lineSearch.search(run.point, run.value(), direction, slope, Math.min(first, longest), longest);
        run.countEvaluations(lineSearch.evaluations());
        return found;
    }

    /** The longest step within the bounds; at least 1, because the target is inside. */
    private double longestStep() {
        double longest = LONGEST_STEP;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] != 0.0) {
                double bound = direction[i] > 0.0 ? bounds.upper(i) : bounds.lower(i);
                longest = Math.min(longest, (bound - run.point[i]) / direction[i]);
            }
        }
        return Math.max(longest, 1.0);
    }

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
