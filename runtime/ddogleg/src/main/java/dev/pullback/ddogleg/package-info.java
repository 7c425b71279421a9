/**
 * Generated derivatives in the form that DDogleg, the optimizers of BoofCV, asks for.
 *
 * <p>In: an {@link dev.pullback.runtime.Objective}, or a vector-valued method and its Jacobian. Out: DDogleg's function
 * objects.
 */
@NullMarked
package dev.pullback.ddogleg;

import org.jspecify.annotations.NullMarked;
