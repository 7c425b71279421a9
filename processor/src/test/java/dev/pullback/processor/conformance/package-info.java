/**
 * One small program per construct and use, differentiated and judged.
 *
 * <p>Input: {@code resources/conformance/<construct>/<Case>.java}, each with lines {@code // args: ...} ({@link
 * dev.pullback.processor.conformance.ArgumentSpec}). Output: for the default build all oracles; for every other build of the
 * matrix (one optimisation pass off, everything stored) the same numbers bit for bit.
 */
@NullMarked
package dev.pullback.processor.conformance;

import org.jspecify.annotations.NullMarked;
