/**
 * Brings a lowered function into the form that the analyses and transforms assume: one return and no jumps, helpers inlined,
 * every operand that a derivative needs named.
 *
 * <p>Input and output: functions. Each class is one pass; {@code Pipeline} lists their order. Meaning is preserved exactly.
 */
@NullMarked
package dev.pullback.processor.normalize;

import org.jspecify.annotations.NullMarked;
