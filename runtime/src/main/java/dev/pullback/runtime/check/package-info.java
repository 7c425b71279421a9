/**
 * Checks of derivatives against answers that do not use them, for tests of users and of this project.
 *
 * <p>Input: an {@link dev.pullback.runtime.Objective} and a point, or a pushforward and a pullback. Output: a report,
 * or an {@link AssertionError} that names the worst entry.
 */
@NullMarked
package dev.pullback.runtime.check;

import org.jspecify.annotations.NullMarked;
