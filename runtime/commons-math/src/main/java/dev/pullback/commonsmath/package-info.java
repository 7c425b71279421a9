/**
 * Generated derivatives in the form that Apache Commons Math 3 asks for.
 *
 * <p>In: an {@link dev.pullback.runtime.Objective}, or a vector-valued method and its Jacobian. Out: the function objects of
 * {@code org.apache.commons.math3.optim} and {@code .fitting.leastsquares}. Nothing is computed here that the two sides do not compute.
 */
@NullMarked
package dev.pullback.commonsmath;

import org.jspecify.annotations.NullMarked;
