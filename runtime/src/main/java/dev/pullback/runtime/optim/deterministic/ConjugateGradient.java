package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * Nonlinear conjugate gradients: {@code d = -g + beta d}, for very many parameters, with memory for three vectors only.
 *
 * <p>The directions start over every n iterations, and where {@code d} does not descend.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run.
 */
public final class ConjugateGradient implements Optimizer {

    private final Beta beta;
    private final WolfeConditions conditions;

    /** How much of the last direction stays; with {@code y = g' - g}, new gradient {@code g'} and last direction d. */
    public enum Beta {
        /** {@code g'.g' / g.g}. Fletcher and Reeves 1964, "Function Minimization by Conjugate Gradients". */
        FLETCHER_REEVES {
            @Override
            double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew) {
                return newNorm / oldNorm;
            }
        },
        /**
         * {@code max(0, g'.y / g.g)}. Polak and Ribière 1969, "Note sur la convergence de méthodes de directions conjuguées";
         * the bound at zero: Gilbert and Nocedal 1992, "Global Convergence Properties of Conjugate Gradient Methods for
         * Optimization".
         */
        POLAK_RIBIERE {
            @Override
            double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew) {
                return Math.max(0.0, newByY / oldNorm);
            }
        },
        /** {@code max(0, g'.y / d.y)}. Hestenes and Stiefel 1952, "Methods of Conjugate Gradients for Solving Linear Systems". */
        HESTENES_STIEFEL {
            @Override
            double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew) {
                return Math.max(0.0, newByY / dByY);
            }
        },
        /** {@code g'.g' / d.y}. Dai and Yuan 1999, "A Nonlinear Conjugate Gradient Method with a Strong Global Convergence". */
        DAI_YUAN {
            @Override
            double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew) {
                return newNorm / dByY;
            }
        },
        /**
         * {@code (y - 2 d y.y / d.y).g' / d.y}. Hager and Zhang 2005, "A New Conjugate Gradient Method with Guaranteed Descent
         * and an Efficient Line Search", equation (1.3), here bounded at zero.
         */
        HAGER_ZHANG {
            @Override
            double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew) {
                return Math.max(0.0, (newByY - 2.0 * yy * dByNew / dByY) / dByY);
            }
        };

        abstract double of(double newNorm, double oldNorm, double newByY, double dByY, double yy, double dByNew);
    }

    /** Creates the optimizer with Polak and Ribière's beta and {@link WolfeConditions#tight() tight} conditions. */
    public ConjugateGradient() {
        this(Beta.POLAK_RIBIERE);
    }

    /**
     * Creates the optimizer with {@link WolfeConditions#tight() tight} conditions.
     *
     * @param beta how much of the last direction stays
     */
    public ConjugateGradient(Beta beta) {
        this(beta, WolfeConditions.tight());
    }

    /**
     * Creates the optimizer.
     *
     * @param beta how much of the last direction stays
     * @param conditions when a line search ends; c2 below 1/2 keeps the directions descending
     */
    public ConjugateGradient(Beta beta, WolfeConditions conditions) {
        this.beta = Objects.requireNonNull(beta, "beta is null");
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Run run = new Run(objective, start, stopping, listener);
        return new DescentLoop(run, new Conjugate(beta, run.point.length), conditions).minimize();
    }

    /** The last direction, and the factor for the next one. */
    private static final class Conjugate implements DescentDirection {

        private final Beta rule;
        private final double[] last;
        private double factor;
        private int sinceStart;

        Conjugate(Beta rule, int size) {
            this.rule = rule;
            this.last = new double[size];
        }

        @Override
        public int compute(double[] point, double[] gradient, double[] direction) {
            double slope = 0.0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = factor * last[i] - gradient[i];
                slope += direction[i] * gradient[i];
            }
            if (!(slope < 0.0)) {
                forget();
                Vectors.negate(gradient, direction);
            }
            Vectors.copy(direction, last);
            return 0;
        }

        @Override
        public void learn(double[] from, double[] fromGradient, double[] to, double[] toGradient) {
            double newByY = 0.0;
            double dByY = 0.0;
            double yy = 0.0;
            for (int i = 0; i < last.length; i++) {
                double y = toGradient[i] - fromGradient[i];
                newByY += toGradient[i] * y;
                dByY += last[i] * y;
                yy += y * y;
            }
            double newNorm = Vectors.dot(toGradient, toGradient);
            double oldNorm = Vectors.dot(fromGradient, fromGradient);
            double next = rule.of(newNorm, oldNorm, newByY, dByY, yy, Vectors.dot(last, toGradient));
            sinceStart++;
            if (Double.isFinite(next) && sinceStart < Math.max(last.length, 2)) {
                factor = next;
            } else {
                forget();
            }
        }

        @Override
        public boolean isSteepestDescent() {
            return factor == 0.0;
        }

        @Override
        public void forget() {
            factor = 0.0;
            sinceStart = 0;
        }

        @Override
        public boolean isScaled() {
            return false;
        }
    }
}
