/**
 * The intermediate representation: one set of immutable nodes for primal, tangent and adjoint code.
 *
 * <p>Input: nothing. Output: the vocabulary that every other stage reads and writes. Expressions are pure;
 * every side effect is a {@link dev.pullback.processor.ir.Statement}. Control flow is structured.
 */
@NullMarked
package dev.pullback.processor.ir;

import org.jspecify.annotations.NullMarked;
