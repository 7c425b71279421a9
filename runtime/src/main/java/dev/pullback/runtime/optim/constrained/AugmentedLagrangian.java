package dev.pullback.runtime.optim.constrained;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.EvaluationBudget;
import dev.pullback.runtime.optim.GradientNormBelow;
import dev.pullback.runtime.optim.IterationBudget;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.deterministic.Lbfgs;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * The method of multipliers for constraints that are not convex sets: an inner optimizer minimizes
 *
 * <pre>{@code
 * f(x) + penalty / 2 (sum_i (c_i(x) + lambda_i / penalty)^2 + sum_j max(0, c_j(x) + lambda_j / penalty)^2)
 * }</pre>
 *
 * <p>over equations i and inequalities j, then {@code lambda = lambda + penalty c}, not below zero for inequalities, and the
 * penalty grows tenfold where the violation has not fallen to a quarter. Bounds belong into the inner optimizer, {@link Lbfgsb}.
 *
 * <p>Source: Hestenes 1969, "Multiplier and Gradient Methods"; Rockafellar 1973, "The Multiplier Method of Hestenes and Powell
 * Applied to Convex Programming"; as in Nocedal and Wright 2006, "Numerical Optimization", framework 17.3, and Birgin and Martínez
 * 2014, "Practical Augmented Lagrangian Methods for Constrained Optimization", algorithm 4.1.
 *
 * <p>As thread-safe as the inner optimizer.
 */
public final class AugmentedLagrangian {

    private static final double MOST_PENALTY = 1e12;

    private final Optimizer inner;
    private final Settings settings;

    /**
     * The settings of {@link AugmentedLagrangian}.
     *
     * @param violation the largest violation of a constraint that counts as none, positive
     * @param gradientNorm the norm of the gradient at which the last inner minimization ends, positive
     * @param penalty the first penalty, positive
     * @param outerIterations the inner minimizations allowed, at least 1
     * @param innerIterations the iterations allowed in each, at least 1
     */
    public record Settings(
            double violation, double gradientNorm, double penalty, int outerIterations, int innerIterations) {

        /**
         * Creates settings.
         *
         * @param violation the largest violation of a constraint that counts as none, positive
         * @param gradientNorm the norm of the gradient at which the last inner minimization ends, positive
         * @param penalty the first penalty, positive
         * @param outerIterations the inner minimizations allowed, at least 1
         * @param innerIterations the iterations allowed in each, at least 1
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Settings {
            Arguments.requirePositive(violation, "violation");
            Arguments.requirePositive(gradientNorm, "gradientNorm");
            Arguments.requirePositive(penalty, "penalty");
            Arguments.requireAtLeast(outerIterations, 1, "outerIterations");
            Arguments.requireAtLeast(innerIterations, 1, "innerIterations");
        }

        /**
         * The usual settings: violation 1e-8, gradient norm 1e-6, penalty 10, 50 outer and 1000 inner iterations.
         *
         * @return the default settings
         */
        public static Settings defaults() {
            return new Settings(1e-8, 1e-6, 10.0, 50, 1000);
        }
    }

    /**
     * The outcome.
     *
     * @param point the last point; a fresh array
     * @param value the objective's value there, without penalties
     * @param multipliers the multipliers of the constraints: the gradient of f is minus the sum of multipliers times gradients
     * @param violation the largest violation of a constraint
     * @param outerIterations the inner minimizations
     * @param evaluations the evaluations of objective and constraints
     * @param converged whether the violation and the gradient of the Lagrangian are small enough
     */
    public record Result(
            double[] point,
            double value,
            double[] multipliers,
            double violation,
            int outerIterations,
            long evaluations,
            boolean converged) {}

    /** Creates the method with {@link Lbfgs} as inner optimizer and the usual settings. */
    public AugmentedLagrangian() {
        this(new Lbfgs(), Settings.defaults());
    }

    /**
     * Creates the method.
     *
     * @param inner minimizes between the changes of the multipliers
     * @param settings the settings
     */
    public AugmentedLagrangian(Optimizer inner, Settings settings) {
        this.inner = Objects.requireNonNull(inner, "inner is null");
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    /**
     * Minimizes an objective under constraints.
     *
     * @param objective the function to minimize
     * @param constraints the constraints
     * @param start the start point, which may violate them; not modified
     * @param evaluations the evaluations allowed
     * @param listener sees every iteration of every inner minimization
     * @return the last point with its multipliers
     * @throws IllegalArgumentException if the start is empty or not finite
     */
    public Result minimize(
            Objective objective, Constraints constraints, double[] start, long evaluations, Listener listener) {
        Objects.requireNonNull(objective, "objective is null");
        Objects.requireNonNull(constraints, "constraints is null");
        Objects.requireNonNull(start, "start is null");
        new EvaluationBudget(evaluations);
        Lagrangian lagrangian = new Lagrangian(objective, constraints, settings.penalty());
        double[] point = start.clone();
        double tolerance = Math.max(settings.gradientNorm(), 1e-2);
        double lastViolation = Double.POSITIVE_INFINITY;
        long used = 0;
        int outer = 0;
        boolean converged = false;
        double violation = Double.POSITIVE_INFINITY;
        while (!converged && outer < settings.outerIterations() && used < evaluations) {
            OptimizationResult result = inner.minimize(
                    lagrangian,
                    point,
                    new GradientNormBelow(tolerance)
                            .or(new IterationBudget(settings.innerIterations()))
                            .or(new EvaluationBudget(evaluations - used)),
                    listener);
            point = result.point();
            used += result.evaluations();
            outer++;
            violation = lagrangian.moveMultipliers(point);
            converged = violation <= settings.violation() && result.gradientNorm() <= settings.gradientNorm();
            if (lagrangian.slackViolation() > Math.max(0.25 * lastViolation, 0.1 * settings.violation())) {
                lagrangian.penalty = Math.min(10.0 * lagrangian.penalty, MOST_PENALTY);
            }
            lastViolation = lagrangian.slackViolation();
            tolerance = Math.max(0.1 * tolerance, settings.gradientNorm());
        }
        return new Result(
                point, objective.value(point), lagrangian.multipliers.clone(), violation, outer, used, converged);
    }

    /** The augmented Lagrangian for fixed multipliers. */
    private static final class Lagrangian implements Objective {

        private final Objective objective;
        private final Constraints constraints;
        private final double[] values;
        private final double[] bars;
        private final double[] multipliers;
        private double penalty;
        private double slackViolation;

        Lagrangian(Objective objective, Constraints constraints, double penalty) {
            int count = constraints.equalities() + constraints.inequalities();
            this.objective = objective;
            this.constraints = constraints;
            this.penalty = penalty;
            values = new double[count];
            bars = new double[count];
            multipliers = new double[count];
        }

        @Override
        public double value(double[] point) {
            return objective.value(point) + penalties(point);
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            double value = objective.valueAndGradient(point, gradient) + penalties(point);
            constraints.pullback(point, bars, gradient);
            return value;
        }

        @Override
        public ParameterBlocks parameterBlocks(int length) {
            return objective.parameterBlocks(length);
        }

        /** The sum of the penalties; {@code bars} receives its derivatives by the constraints. */
        private double penalties(double[] point) {
            constraints.values(point, values);
            double sum = 0.0;
            for (int i = 0; i < values.length; i++) {
                double shifted = values[i] + multipliers[i] / penalty;
                double excess = i < constraints.equalities() ? shifted : Math.max(0.0, shifted);
                bars[i] = penalty * excess;
                sum += 0.5 * penalty * excess * excess;
            }
            return sum;
        }

        /** Updates the multipliers after a minimization; returns the largest violation. */
        private double moveMultipliers(double[] point) {
            penalties(point);
            double violation = 0.0;
            slackViolation = 0.0;
            for (int i = 0; i < values.length; i++) {
                boolean isEquation = i < constraints.equalities();
                double excess = isEquation ? Math.abs(values[i]) : Math.max(0.0, values[i]);
                double slack = isEquation ? excess : Math.abs(Math.max(values[i], -multipliers[i] / penalty));
                violation = Math.max(violation, excess);
                slackViolation = Math.max(slackViolation, slack);
            }
            Vectors.copy(bars, multipliers);
            return violation;
        }

        /** The largest violation of a constraint or of the complementarity of inequality and multiplier. */
        private double slackViolation() {
            return slackViolation;
        }
    }
}
