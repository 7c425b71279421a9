/**
 * Sums over data: the loss of one example as the unit, from arrays to streams and clusters.
 *
 * <p>In: a loss per example and the examples. Out: an {@link dev.pullback.runtime.Objective} or gradients for a
 * {@link dev.pullback.runtime.optim.StepOptimizer}.
 */
@NullMarked
package dev.pullback.runtime.data;

import org.jspecify.annotations.NullMarked;
