/**
 * Forward mode.
 *
 * <p>Input: a function in normal form and its activity. Output: one function that carries a tangent beside each active value.
 */
@NullMarked
package dev.pullback.processor.transform.tangent;

import org.jspecify.annotations.NullMarked;
