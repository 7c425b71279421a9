/**
 * Minimization within limits: bounds, convex sets, equations and inequalities, and terms without a derivative such as the sum of
 * absolute values.
 *
 * <p>Where a limit holds a point back, {@link dev.pullback.runtime.optim.Progress#gradientNorm} is the length of the step that
 * remains when the limits are kept, so that {@link dev.pullback.runtime.optim.GradientNormBelow} means what it says.
 */
@NullMarked
package dev.pullback.runtime.optim.constrained;

import org.jspecify.annotations.NullMarked;
