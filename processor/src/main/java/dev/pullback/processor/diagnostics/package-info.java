/**
 * Diagnostics as values: what is wrong, where, why and how to fix it.
 *
 * <p>Input: a code and a position from any stage. Output: a list that the frontend prints at the end. Uses no other
 * package of the processor.
 */
@NullMarked
package dev.pullback.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
