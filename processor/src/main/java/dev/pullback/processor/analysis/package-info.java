/**
 * Questions about a function, answered without changing it: which values carry derivatives, which loops have independent
 * iterations, what is still needed.
 *
 * <p>Input: a function in normal form. Output: immutable results.
 */
@NullMarked
package dev.pullback.processor.analysis;

import org.jspecify.annotations.NullMarked;
