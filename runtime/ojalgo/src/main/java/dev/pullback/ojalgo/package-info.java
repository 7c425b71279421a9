/**
 * Generated derivatives in the form that ojAlgo asks for.
 *
 * <p>In: a {@link dev.pullback.runtime.SecondOrderObjective}. Out: ojAlgo's twice differentiable function, whose gradient and
 * Hessian go into its solvers.
 */
@NullMarked
package dev.pullback.ojalgo;

import org.jspecify.annotations.NullMarked;
