/** The processor in the surroundings that users have: modules, other processors, other compilers, incremental builds. */
@NullMarked
package dev.pullback.processor.hosts;

import org.jspecify.annotations.NullMarked;
