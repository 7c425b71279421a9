/**
 * Solutions of {@code x = step(x, p)}, and their derivatives with respect to p: at the solution, not through the iterations that
 * found it ({@link dev.pullback.runtime.implicit.FixedPoint}).
 */
@NullMarked
package dev.pullback.runtime.implicit;

import org.jspecify.annotations.NullMarked;
