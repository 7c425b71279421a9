/** Differentiation proper: a function in normal form becomes its tangent or its adjoint, in the same representation. */
@NullMarked
package dev.pullback.processor.transform;

import org.jspecify.annotations.NullMarked;
