package dev.pullback.processor.ir;

import java.util.Set;

/**
 * A method whose result solves an equation, which another method states.
 *
 * @param primal the method that finds the solution; its independents are those of the equation
 * @param equation the differentiable method: the solution, then the parameters of the primal
 * @param kind what the equation says
 * @param forms what there is of the equation besides a pullback
 */
public record Solution(PrimalMethod primal, PrimalMethod equation, Kind kind, Set<DerivativeForm> forms) {

    public Solution {
        forms = Set.copyOf(forms);
    }

    /** Whether there is a pushforward of the equation. */
    public boolean hasPushforward() {
        return forms.contains(DerivativeForm.PUSHFORWARD);
    }

    /** Whether there are second derivatives of the equation. */
    public boolean hasSecondOrder() {
        return forms.contains(DerivativeForm.HESSIAN_VECTOR) && equation.isComposable();
    }

    /** What the solution is to the equation. */
    public sealed interface Kind {}

    /**
     * The point that the equation's method leaves where it is.
     *
     * @param tolerance the relative change that is no change
     * @param mostIterations when to give up
     */
    public record FixedPoint(double tolerance, int mostIterations) implements Kind {}

    /** The point where the equation's method is zero. */
    public record Root() implements Kind {}
}
