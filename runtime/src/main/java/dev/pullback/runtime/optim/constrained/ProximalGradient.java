package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StopReason;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * Proximal gradient steps for a smooth function plus a term without a derivative, such as the lasso: {@code x' = prox(y - t
 * grad f(y), t)}, where t is halved until the quadratic bound holds.
 *
 * <p>{@link #ista} steps from the last point, y = x; {@link #fista} from a point ahead of it, and starts over when that has led
 * away from the minimum. Values in results and progress include the term; the norm of the gradient is that of {@code (x -
 * prox(x - t grad f(x), t)) / t} with the last t.
 *
 * <p>Source: Beck and Teboulle 2009, "A Fast Iterative Shrinkage-Thresholding Algorithm for Linear Inverse Problems", the
 * algorithms ISTA and FISTA with backtracking; restarts: O'Donoghue and Candès 2015, "Adaptive Restart for Accelerated Gradient
 * Schemes", the gradient scheme (12).
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class ProximalGradient implements Optimizer {

    private final Proximal term;
    private final boolean isAccelerated;

    private ProximalGradient(Proximal term, boolean isAccelerated) {
        this.term = Objects.requireNonNull(term, "term is null");
        this.isAccelerated = isAccelerated;
    }

    /**
     * The method without acceleration, whose values fall in every iteration.
     *
     * @param term the term without a derivative
     * @return the optimizer
     */
    public static ProximalGradient ista(Proximal term) {
        return new ProximalGradient(term, false);
    }

    /**
     * The accelerated method.
     *
     * @param term the term without a derivative
     * @return the optimizer
     */
    public static ProximalGradient fista(Proximal term) {
        return new ProximalGradient(term, true);
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(start, "start is null");
        Vectors.requireFinite(start, "start");
        return new Loop(new Composite(objective, term), start, stopping, listener, isAccelerated).minimize();
    }

    /** The smooth part with its gradient; the value includes the other term. */
    private record Composite(Objective smooth, Proximal term) implements Objective {

        @Override
        public double value(double[] point) {
            return smooth.value(point) + term.value(point);
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            return smooth.valueAndGradient(point, gradient) + term.value(point);
        }

        @Override
        public ParameterBlocks parameterBlocks(int length) {
            return smooth.parameterBlocks(length);
        }
    }

    /** One run: its arrays and its loop. */
    private static final class Loop {

        private static final double SHORTEST = 1e-30;
        private static final double ROUNDING = 1e-14;

        private final Composite composite;
        private final Run run;
        private final boolean isAccelerated;
        private final double[] ahead;
        private final double[] aheadGradient;
        private final double[] trial;
        private final double[] buffer;
        private double step = 1.0;
        private double momentum = 1.0;

        Loop(
                Composite composite,
                double[] start,
                StoppingCriterion stopping,
                Listener listener,
                boolean isAccelerated) {
            this.composite = composite;
            this.isAccelerated = isAccelerated;
            double[] inside = start.clone();
            composite.term().apply(inside, SHORTEST);
            run = new Run(composite, inside, stopping, listener, this::optimality);
            ahead = inside.clone();
            aheadGradient = new double[start.length];
            trial = new double[start.length];
            buffer = new double[start.length];
        }

        private double optimality(double[] point, double[] gradient) {
            for (int i = 0; i < buffer.length; i++) {
                buffer[i] = point[i] - step * gradient[i];
            }
            composite.term().apply(buffer, step);
            return Vectors.distance(buffer, point) / step;
        }

        OptimizationResult minimize() {
            StopReason reason = run.begin();
            while (reason == null && run.gradientNorm() > 0.0) {
                if (!search()) {
                    return run.finish(
                            StopReason.NO_PROGRESS,
                            "no step satisfies the quadratic bound: a gradient that does not fit the value (see "
                                    + "GradientCheck), or a value that is not finite");
                }
                accelerate();
                double stepNorm = Vectors.distance(trial, run.point);
                Vectors.copy(trial, run.point);
                double value = composite.valueAndGradient(run.point, run.gradient);
                run.countEvaluations(1);
                reason = run.advance(value, stepNorm);
            }
            return run.finish(reason == null ? StopReason.GRADIENT_NORM : reason);
        }

        /** Halves the step until the value lies below the quadratic bound at the point ahead. */
        private boolean search() {
            double value = composite.smooth().valueAndGradient(ahead, aheadGradient);
            run.countEvaluations(1);
            while (step > SHORTEST) {
                for (int i = 0; i < trial.length; i++) {
                    trial[i] = ahead[i] - step * aheadGradient[i];
                }
                composite.term().apply(trial, step);
                double slope = 0.0;
                double square = 0.0;
                for (int i = 0; i < trial.length; i++) {
                    double move = trial[i] - ahead[i];
                    slope += aheadGradient[i] * move;
                    square += move * move;
                }
                double bound = value + slope + square / (2.0 * step) + ROUNDING * Math.abs(value);
                double trialValue = composite.smooth().value(trial);
                run.countEvaluations(1);
                if (trialValue <= bound) {
                    return true;
                }
                step *= 0.5;
            }
            return false;
        }

        /** Places the next point ahead, or at the new point if the last step went against the momentum. */
        private void accelerate() {
            double against = 0.0;
            for (int i = 0; i < trial.length; i++) {
                against += (ahead[i] - trial[i]) * (trial[i] - run.point[i]);
            }
            boolean restarts = !isAccelerated || against > 0.0;
            double next = restarts ? 1.0 : 0.5 * (1.0 + Math.sqrt(1.0 + 4.0 * momentum * momentum));
            double share = restarts ? 0.0 : (momentum - 1.0) / next;
            for (int i = 0; i < trial.length; i++) {
                ahead[i] = trial[i] + share * (trial[i] - run.point[i]);
            }
            momentum = next;
        }
    }
}
