/**
 * Methods that move by one gradient at a time, and what is wrapped around them: clipping, penalties, accumulation, averages,
 * settings per block of parameters.
 *
 * <p>All are {@link dev.pullback.runtime.optim.StepOptimizer}s: they run with {@code minimize} on a whole objective and with
 * {@code step} in a loop over minibatches. After the first step nothing is allocated. The moving sums of a method are its
 * {@link dev.pullback.runtime.optim.OptimizerState}; a restored state continues bit for bit.
 */
@NullMarked
package dev.pullback.runtime.optim.firstorder;

import org.jspecify.annotations.NullMarked;
