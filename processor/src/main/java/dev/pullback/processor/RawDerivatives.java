package dev.pullback.processor;

import dev.pullback.processor.codegen.PatternCode;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of one method as the transforms leave them. They depend on what is recorded, not on the passes: the same ones
 * can be optimised in several ways.
 *
 * @param parts what the others call, in the order in which the generated class has it
 * @param gradient returns the primal value and overwrites the bars, if the value is one number
 * @param pullback accumulates into the bars
 * @param pushforward returns the directional derivative, if asked for
 * @param pushforwardBlock computes directional derivatives in several directions at once, if asked for
 * @param taylor overwrites Taylor coefficients, if asked for
 * @param series overwrites the series of the result, if those of callers may need it
 * @param hessianVector overwrites a vector with the product of the Hessian and another, if asked for
 * @param hessianBlock the same for several vectors at once, if that can be faster
 * @param thirdOrder overwrites a vector with the derivative of that product, if asked for
 * @param pullbackPushforward adds to bars and their tangents, if second derivatives of callers may need it
 * @param pullbackThirdOrder adds to bars, their tangents, and the tangents of all these, if third derivatives of callers may need it
 * @param secondPushforward returns the directional derivative of the pushforward, of a rule that third derivatives may go through
 * @param pattern where the Jacobian or Hessian has entries, if asked for; no pass changes it
 * @param overwritten the primal's array parameters that it overwrites
 * @param withoutEffect independents that the result provably does not depend on
 */
record RawDerivatives(
        List<Raw> parts,
        Optional<Raw> gradient,
        Raw pullback,
        Optional<Raw> pushforward,
        Optional<Raw> pushforwardBlock,
        Optional<Raw> taylor,
        Optional<Raw> series,
        Optional<Raw> hessianVector,
        Optional<Raw> hessianBlock,
        Optional<Raw> thirdOrder,
        Optional<Raw> pullbackPushforward,
        Optional<Raw> pullbackThirdOrder,
        Optional<Raw> secondPushforward,
        Optional<PatternCode> pattern,
        List<Variable> overwritten,
        List<Variable> withoutEffect) {

    /**
     * One function.
     *
     * @param stage the name under which the passes' result is shown
     * @param function the function
     * @param shapes maps parameters to those whose shape they have
     * @param isDerivative whether it takes arrays from its workspace and may be cut
     */
    record Raw(String stage, Function function, Map<Variable, Variable> shapes, boolean isDerivative) {

        /** A derivative function. */
        static Raw derivative(String stage, Function function, Map<Variable, Variable> shapes) {
            return new Raw(stage, function, shapes, true);
        }

        /** What computes values only, as the user wrote it. */
        static Raw value(String stage, Function function) {
            return new Raw(stage, function, Map.of(), false);
        }
    }
}
