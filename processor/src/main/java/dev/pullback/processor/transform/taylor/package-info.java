/**
 * Taylor coefficients along a direction.
 *
 * <p>Input: a function in normal form and its activity. Output: one function that carries a truncated power series beside each
 * active value; each operation is a call of {@code dev.pullback.runtime.taylor}.
 */
@NullMarked
package dev.pullback.processor.transform.taylor;

import org.jspecify.annotations.NullMarked;
