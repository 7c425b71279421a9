/**
 * Generated derivatives in the form that Hipparchus asks for, and Hipparchus' derivative-free searches in ours.
 *
 * <p>In: an {@link dev.pullback.runtime.Objective}, or a vector-valued method and its Jacobian. Out: the function objects of
 * {@code hipparchus-optim} and {@code hipparchus-ode}. Nothing is computed here that the two sides do not compute.
 */
@NullMarked
package dev.pullback.hipparchus;

import org.jspecify.annotations.NullMarked;
