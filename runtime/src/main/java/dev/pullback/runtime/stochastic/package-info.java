/**
 * Gradients of expectations, estimated from samples: through the sample where it is a function of the parameters ({@link
 * dev.pullback.runtime.stochastic.ReparameterizedExpectation}), through its density where it is not ({@link
 * dev.pullback.runtime.stochastic.ScoreFunctionExpectation}).
 *
 * <p>Input: generated gradients and a sampler. Output: an {@link dev.pullback.runtime.stochastic.ExpectationEstimate}, with variances.
 */
@NullMarked
package dev.pullback.runtime.stochastic;

import org.jspecify.annotations.NullMarked;
