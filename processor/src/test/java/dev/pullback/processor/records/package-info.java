/** Records as arguments of differentiable methods. */
@NullMarked
package dev.pullback.processor.records;

import org.jspecify.annotations.NullMarked;
