/**
 * Sums of squares of residuals: Levenberg-Marquardt and Gauss-Newton over a Jacobian, robust losses, standard errors.
 *
 * <p>Input: a {@link dev.pullback.runtime.optim.leastsquares.ResidualFunction} and a start point. Output: a {@link
 * dev.pullback.runtime.optim.leastsquares.LeastSquaresResult}. Where each residual depends on a few parameters: a {@link
 * dev.pullback.runtime.optim.leastsquares.SparseResidualFunction}, whose normal equations are solved sparsely. The value that criteria and listeners see is half the sum of
 * squares, or of losses.
 */
@NullMarked
package dev.pullback.runtime.optim.leastsquares;

import org.jspecify.annotations.NullMarked;
