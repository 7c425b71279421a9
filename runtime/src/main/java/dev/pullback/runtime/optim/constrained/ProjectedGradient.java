package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Objects;

/**
 * The spectral projected gradient method, for any convex set with a {@link Projection}: {@code d = P(x - a g) - x} with Barzilai
 * and Borwein's a, and a line search that allows the value to rise above that of the last iterate but not of the last ten.
 *
 * <p>A start point outside the set is moved to the nearest point inside. Points keep the set as well as the projection does.
 * For bounds alone {@link Lbfgsb} needs fewer evaluations.
 *
 * <p>Source: Birgin, Martínez and Raydan 2000, "Nonmonotone Spectral Projected Gradient Methods on Convex Sets", algorithm SPG2.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class ProjectedGradient implements Optimizer {

    private final Projection projection;

    /**
     * Creates the optimizer.
     *
     * @param projection onto the set
     */
    public ProjectedGradient(Projection projection) {
        this.projection = Objects.requireNonNull(projection, "projection is null");
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Objects.requireNonNull(start, "start is null");
        Vectors.requireFinite(start, "start");
        double[] inside = start.clone();
        projection.project(inside);
        double[] buffer = new double[start.length];
        Run run = new Run(objective, inside, stopping, listener, (point, gradient) -> {
            for (int i = 0; i < buffer.length; i++) {
                buffer[i] = point[i] - gradient[i];
            }
            projection.project(buffer);
            return Vectors.distance(buffer, point);
        });
        return new Loop(run, projection).minimize();
    }

    /** One run: its arrays and its loop. */
    private static final class Loop {

        private static final int HISTORY = 10;
        private static final int MOST_HALVINGS = 60;
        private static final double SUFFICIENT_DECREASE = 1e-4;
        private static final double SHORTEST = 1e-30;
        private static final double LONGEST = 1e30;

        private final Run run;
        private final Projection projection;
        private final double[] direction;
        private final double[] trial;
        private final double[] trialGradient;
        private final double[] lastValues = new double[HISTORY];
        private double trialValue;

        Loop(Run run, Projection projection) {
            int size = run.point.length;
            this.run = run;
            this.projection = projection;
            direction = new double[size];
            trial = new double[size];
            trialGradient = new double[size];
            Arrays.fill(lastValues, Double.NEGATIVE_INFINITY);
        }

        OptimizationResult minimize() {
            StopReason reason = run.begin();
            double spectral = firstSpectral();
            while (reason == null && run.gradientNorm() > 0.0) {
                lastValues[(int) (run.iteration() % HISTORY)] = run.value();
                if (!search(spectral)) {
                    return run.finish(
                            StopReason.NO_PROGRESS,
                            "no step along the projected gradient lowers the value: the limit of floating point, or a "
                                    + "gradient that does not fit the value (see GradientCheck)");
                }
                double ss = 0.0;
                double sy = 0.0;
                for (int i = 0; i < trial.length; i++) {
                    double s = trial[i] - run.point[i];
                    ss += s * s;
                    sy += s * (trialGradient[i] - run.gradient[i]);
                }
                Vectors.copy(trial, run.point);
                Vectors.copy(trialGradient, run.gradient);
                reason = run.advance(trialValue, Math.sqrt(ss));
                spectral = sy > 0.0 ? Math.min(Math.max(ss / sy, SHORTEST), LONGEST) : firstSpectral();
            }
            return run.finish(reason == null ? StopReason.GRADIENT_NORM : reason);
        }

        /** Where there is no positive curvature to go by; the paper's largest step would leave sets without an end. */
        private double firstSpectral() {
            return Math.min(Math.max(1.0 / run.gradientNorm(), SHORTEST), LONGEST);
        }

        private boolean search(double spectral) {
            for (int i = 0; i < direction.length; i++) {
                direction[i] = run.point[i] - spectral * run.gradient[i];
            }
            projection.project(direction);
            for (int i = 0; i < direction.length; i++) {
                direction[i] -= run.point[i];
            }
            double slope = Vectors.dot(run.gradient, direction);
            if (!(slope < 0.0)) {
                return false;
            }
            double highest = Double.NEGATIVE_INFINITY;
            for (double value : lastValues) {
                highest = Math.max(highest, value);
            }
            double step = 1.0;
            for (int k = 0; k < MOST_HALVINGS; k++) {
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = run.point[i] + step * direction[i];
                }
                trialValue = run.objective.valueAndGradient(trial, trialGradient);
                run.countEvaluations(1);
                if (trialValue <= highest + SUFFICIENT_DECREASE * step * slope
                        && Vectors.firstNonFinite(trialGradient) < 0) {
                    return Vectors.distance(trial, run.point) > 0.0;
                }
                double parabola = -0.5 * step * step * slope / (trialValue - run.value() - step * slope);
                step = parabola >= 0.1 * step && parabola <= 0.9 * step ? parabola : 0.5 * step;
            }
            return false;
        }
    }
}
