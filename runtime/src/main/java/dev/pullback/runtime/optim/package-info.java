/**
 * Optimizers of a scalar function with a gradient.
 *
 * <p>Input: an {@link dev.pullback.runtime.Objective} and a start point. Output: an {@link
 * dev.pullback.runtime.optim.OptimizationResult}. Every optimizer has {@code minimize}; methods that move by one gradient at a
 * time ({@code optim.firstorder}) are also {@link dev.pullback.runtime.optim.StepOptimizer}s, for callers with a loop of
 * their own. Those of {@code optim.deterministic} want the whole objective. Learning rates are {@link dev.pullback.runtime.optim.Schedule}s, ends of runs are {@link
 * dev.pullback.runtime.optim.StoppingCriterion}s, and a {@link dev.pullback.runtime.optim.Listener} sees every
 * iteration. After the first step nothing is allocated.
 */
@NullMarked
package dev.pullback.runtime.optim;

import org.jspecify.annotations.NullMarked;
