package dev.pullback.runtime.optim.run;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.StopReason;
import org.jspecify.annotations.Nullable;

/** Minimizes with a {@link StepOptimizer}: one evaluation and one step per iteration. */
public final class StepLoop {

    private StepLoop() {}

    /** Runs until a criterion is met or a number is not finite. */
    public static OptimizationResult minimize(StepOptimizer optimizer, Run run) {
        double[] previous = new double[run.point.length];
        StopReason reason = run.begin();
        while (reason == null) {
            System.arraycopy(run.point, 0, previous, 0, previous.length);
            optimizer.step(run.point, run.gradient);
            int bad = Vectors.firstNonFinite(run.point);
            if (bad >= 0) {
                return backOut(run, previous, run.entry("point", bad) + " became " + run.point[bad]);
            }
            double value = run.objective.valueAndGradient(run.point, run.gradient);
            run.countEvaluations(1);
            String problem = nonFinite(value, run);
            if (problem != null) {
                return backOut(run, previous, problem);
            }
            reason = run.advance(value, Vectors.distance(run.point, previous));
        }
        return run.finish(reason);
    }

    private static @Nullable String nonFinite(double value, Run run) {
        if (!Double.isFinite(value)) {
            return "the value became " + value;
        }
        int bad = Vectors.firstNonFinite(run.gradient);
        return bad < 0 ? null : run.entry("gradient", bad) + " became " + run.gradient[bad];
    }

    /** Returns to the last point with a finite value and gradient; its value and gradient norm are still the run's. */
    private static OptimizationResult backOut(Run run, double[] previous, String problem) {
        System.arraycopy(previous, 0, run.point, 0, previous.length);
        String message = problem + " in iteration " + (run.iteration() + 1) + "; the result is the point before";
        return run.finish(StopReason.NON_FINITE, message);
    }
}
