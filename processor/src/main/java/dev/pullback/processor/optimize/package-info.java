/**
 * Makes derivative code small and fast without changing a bit of its results: what is not needed goes, the tape gets its
 * arrays, declarations move to their first use.
 *
 * <p>Input and output: functions. Each class is one pass; {@code Pipeline} lists their order, and each but the layout passes
 * can be switched off.
 */
@NullMarked
package dev.pullback.processor.optimize;

import org.jspecify.annotations.NullMarked;
