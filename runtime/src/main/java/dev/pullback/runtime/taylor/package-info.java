/**
 * Arithmetic of truncated power series, which generated Taylor coefficients are made of.
 *
 * <p>A series is an array: entry k is the coefficient of the k-th power. The operands and the result of an operation have the
 * same length, and the result is another array than the operands unless an operation says otherwise.
 */
@NullMarked
package dev.pullback.runtime.taylor;

import org.jspecify.annotations.NullMarked;
