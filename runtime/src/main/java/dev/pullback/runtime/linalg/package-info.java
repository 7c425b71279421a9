/**
 * Dense linear algebra with derivatives. A differentiable method may call {@link
 * dev.pullback.runtime.linalg.LinearAlgebra}; the formulas of {@link dev.pullback.runtime.linalg.LinearAlgebraRules} are used, not the
 * derivatives of the algorithms.
 *
 * <p>Matrices are {@code double[rows][columns]}, as in the methods that call them.
 */
@NullMarked
package dev.pullback.runtime.linalg;

import org.jspecify.annotations.NullMarked;
