/**
 * Where Jacobians and Hessians can have entries.
 *
 * <p>Input: a function without calls of helpers, and its activity. Output: a function that computes the pattern from sizes and
 * passive arguments alone: indices and loops stay, and an index domain takes the place of each active value.
 */
@NullMarked
package dev.pullback.processor.transform.pattern;

import org.jspecify.annotations.NullMarked;
