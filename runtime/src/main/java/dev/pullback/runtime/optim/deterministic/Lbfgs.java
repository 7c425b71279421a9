package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.OptimizationResult;
import dev.pullback.runtime.optim.Optimizer;
import dev.pullback.runtime.optim.StoppingCriterion;
import dev.pullback.runtime.optim.WolfeConditions;
import dev.pullback.runtime.optim.run.Run;
import java.util.Objects;

/**
 * L-BFGS: a quasi-Newton method that keeps the last few steps instead of a matrix; the method of choice for smooth
 * deterministic objectives of any size.
 *
 * <p>Direction {@code d = -H g} by the two-loop recursion over the last m pairs {@code s = x' - x}, {@code y = g' - g},
 * then a line search for the strong Wolfe conditions, which steps back from trial points with non-finite values. If a
 * search fails, it is tried once more along the steepest descent with an empty memory.
 *
 * <p>Source: Nocedal 1980, "Updating Quasi-Newton Matrices with Limited Storage"; Liu and Nocedal 1989, "On the Limited
 * Memory BFGS Method for Large Scale Optimization"; line search: Nocedal and Wright 2006, "Numerical Optimization",
 * algorithms 3.5 and 3.6.
 *
 * <p>Immutable and thread-safe: the state of a run lives in the run, {@code (2 m + 5) n} numbers allocated at its
 * start.
 */
public final class Lbfgs implements Optimizer {

    private final Settings settings;

    /**
     * The settings of {@link Lbfgs}. Start from {@link #defaults()} and change what differs; settings to come then keep
     * their default.
     *
     * @param memory the number of pairs m to keep, at least 1
     * @param sufficientDecrease c1 of the Wolfe conditions, in (0, 1/2)
     * @param curvature c2 of the Wolfe conditions, in (c1, 1)
     * @param maxLineSearchEvaluations the evaluations that one line search may use, at least 2
     */
    public record Settings(int memory, double sufficientDecrease, double curvature, int maxLineSearchEvaluations) {

        /**
         * Creates settings.
         *
         * @param memory the number of pairs m to keep, at least 1
         * @param sufficientDecrease c1 of the Wolfe conditions, in (0, 1/2)
         * @param curvature c2 of the Wolfe conditions, in (c1, 1)
         * @param maxLineSearchEvaluations the evaluations that one line search may use, at least 2
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Settings {
            if (memory < 1) {
                throw new IllegalArgumentException("memory must be at least 1, is " + memory);
            }
            WolfeConditions.require(sufficientDecrease, curvature, maxLineSearchEvaluations);
        }

        /**
         * The usual settings: 10 pairs, c1 = 1e-4, c2 = 0.9, 40 evaluations per line search.
         *
         * @return the default settings
         */
        public static Settings defaults() {
            return new Settings(10, 1e-4, 0.9, 40);
        }

        WolfeConditions conditions() {
            return new WolfeConditions(sufficientDecrease, curvature, maxLineSearchEvaluations);
        }

        /**
         * Changes the number of pairs.
         *
         * @param pairs the number of pairs to keep, at least 1
         * @return changed settings
         */
        public Settings withMemory(int pairs) {
            return new Settings(pairs, sufficientDecrease, curvature, maxLineSearchEvaluations);
        }

        /**
         * Changes the constants of the Wolfe conditions.
         *
         * @param c1 the sufficient decrease, in (0, 1/2)
         * @param c2 the curvature, in (c1, 1)
         * @return changed settings
         */
        public Settings withWolfe(double c1, double c2) {
            return new Settings(memory, c1, c2, maxLineSearchEvaluations);
        }

        /**
         * Changes the evaluations that one line search may use.
         *
         * @param evaluations the evaluations, at least 2
         * @return changed settings
         */
        public Settings withMaxLineSearchEvaluations(int evaluations) {
            return new Settings(memory, sufficientDecrease, curvature, evaluations);
        }
    }

    /** Creates the optimizer with the {@link Settings#defaults() usual settings}. */
    public Lbfgs() {
        this(Settings.defaults());
    }

    /**
     * Creates the optimizer.
     *
     * @param settings the settings
     */
    public Lbfgs(Settings settings) {
        this.settings = Objects.requireNonNull(settings, "settings is null");
    }

    @Override
    public OptimizationResult minimize(
            Objective objective, double[] start, StoppingCriterion stopping, Listener listener) {
        Run run = new Run(objective, start, stopping, listener);
        DescentDirection rule = new CurvatureMemory(settings.memory(), run.point.length);
        return new DescentLoop(run, rule, settings.conditions()).minimize();
    }
}
