/**
 * Special functions that the Java library lacks, with derivative rules in the processor.
 *
 * <p>Input: real numbers. Output: the function's value, accurate to a few units in the last place unless stated otherwise.
 */
@NullMarked
package dev.pullback.runtime.math;

import org.jspecify.annotations.NullMarked;
