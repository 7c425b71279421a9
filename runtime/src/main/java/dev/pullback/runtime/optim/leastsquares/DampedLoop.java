package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import org.jspecify.annotations.Nullable;

/** One run of {@link LevenbergMarquardt}: its arrays and its loop. */
final class DampedLoop {

    private static final double ROUNDING = 1e-16;
    private static final double MOST_DAMPING = 1e100;

    private final WeightedResiduals residuals;
    private final Run run;
    private final double[] step;
    private final double[] trial;
    private double damping;
    private double growth = 2.0;

    DampedLoop(WeightedResiduals residuals, Run run, double firstDamping) {
        int columns = run.point.length;
        this.residuals = residuals;
        this.run = run;
        damping = firstDamping;
        step = new double[columns];
        trial = new double[columns];
    }

    OptimizationResult minimize() {
        StopReason reason = run.begin();
        while (reason == null && run.gradientNorm() > 0.0) {
            residuals.linearize();
            StopReason failure = search();
            if (failure == StopReason.LOSS_CHANGE) {
                return run.finish(failure, "the decrease that the linear model promises is below rounding");
            }
            if (failure != null) {
                return run.finish(
                        failure,
                        "no damping gives a step that lowers the sum: a Jacobian that does not fit the residuals, or "
                                + "residuals that are not finite nearby");
            }
            double stepNorm = Vectors.norm(step);
            Vectors.copy(trial, run.point);
            double value = residuals.valueAndGradient(run.point, run.gradient);
            run.countEvaluations(1);
            if (Vectors.firstNonFinite(run.gradient) >= 0) {
                int bad = Vectors.firstNonFinite(run.gradient);
                return run.finish(StopReason.NON_FINITE, run.entry("gradient", bad) + " became not finite");
            }
            reason = run.advance(value, stepNorm);
        }
        return run.finish(reason == null ? StopReason.GRADIENT_NORM : reason);
    }

    /** Finds a lambda whose step lowers the sum; null if {@link #trial} is that step's end. */
    private @Nullable StopReason search() {
        while (damping < MOST_DAMPING) {
            double predicted = residuals.predict(damping, step);
            if (predicted <= ROUNDING * run.value()) {
                return StopReason.LOSS_CHANGE;
            }
            double gain = Double.isNaN(predicted) ? 0.0 : decreaseAtTrial() / predicted;
            if (gain > 1e-4) {
                double cube = 2.0 * gain - 1.0;
                damping = Math.max(damping * Math.max(1.0 / 3.0, 1.0 - cube * cube * cube), Double.MIN_NORMAL);
                growth = 2.0;
                return null;
            }
            damping *= growth;
            growth *= 2.0;
        }
        return StopReason.NO_PROGRESS;
    }

    private double decreaseAtTrial() {
        for (int i = 0; i < trial.length; i++) {
            trial[i] = run.point[i] + step[i];
        }
        run.countEvaluations(1);
        return residuals.decreaseTo(trial);
    }
}
