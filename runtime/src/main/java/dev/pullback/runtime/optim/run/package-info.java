/**
 * What the runs of all optimizers share: the current point, the order of listener and criterion, checks of the input, vector
 * kernels.
 *
 * <p>Not exported by the module and not part of the public interface.
 */
@NullMarked
package dev.pullback.runtime.optim.run;

import org.jspecify.annotations.NullMarked;
