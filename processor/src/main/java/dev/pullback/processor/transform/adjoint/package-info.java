/**
 * Reverse mode.
 *
 * <p>Input: a function in normal form, its activity and a {@link dev.pullback.processor.transform.adjoint.LoopPlan}. Output:
 * one function that runs the forward sweep and then the reverse sweep. Everything that the primal overwrites is pushed; what
 * nobody reads is removed later by {@code optimize}.
 */
@NullMarked
package dev.pullback.processor.transform.adjoint;

import org.jspecify.annotations.NullMarked;
