package dev.pullback.runtime.optim;

import dev.pullback.runtime.Objective;

/**
 * Minimizes an objective.
 *
 * <pre>{@code
 * OptimizationResult result =
 *         new Lbfgs().minimize(objective, start, new GradientNormBelow(1e-8).or(new IterationBudget(500)));
 * }</pre>
 *
 * <p>A run evaluates the start point, then repeats: tell the listener, ask the stopping criterion, iterate. It
 * allocates at its start and end only. An exception of the objective ends the run and reaches the caller.
 */
public interface Optimizer {

    /**
     * Minimizes an objective.
     *
     * @param objective the function to minimize
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end; add an {@link IterationBudget} unless another criterion is certain to be met
     * @param listener sees the start point and every iteration
     * @return the last point and how the run went
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code start} is empty or an entry is not finite (the message names it)
     * @throws ArithmeticException if the value or the gradient at the start is not finite (the message names the first
     *     entry)
     */
    OptimizationResult minimize(Objective objective, double[] start, StoppingCriterion stopping, Listener listener);

    /**
     * Minimizes an objective without a listener.
     *
     * @param objective the function to minimize
     * @param start the start point, length n at least 1, finite; not modified
     * @param stopping when to end
     * @return the last point and how the run went
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code start} is empty or not finite
     * @throws ArithmeticException if the value or the gradient at the start is not finite
     */
    default OptimizationResult minimize(Objective objective, double[] start, StoppingCriterion stopping) {
        return minimize(objective, start, stopping, Listener.none());
    }
}
