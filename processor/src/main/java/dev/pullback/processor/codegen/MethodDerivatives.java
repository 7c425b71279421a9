package dev.pullback.processor.codegen;

import dev.pullback.annotations.Derivative;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The derivatives of one method. Parameters of the functions, in this order: those of the primal; for the pullback {@code
 * resultBar} if the primal has a result, one bar per output; one bar per array independent; {@code scalarBars} if there are
 * scalar independents; the workspace. For the pushforward: those of the primal, one tangent per independent or output, the
 * workspace. For the pushforward in several directions: those of the primal, the directions, the tangents, the workspace. For
 * Taylor coefficients: those of the primal, {@code direction}, {@code coefficients}, the workspace. For the series that callers
 * compose: those of the primal, a series per independent, that of the result, {@code terms}, the workspace. For
 * the product with the Hessian: those of the primal, {@code vector}, {@code product}, the workspace.
 * For the pushforward of the pullback: those of the pullback, the tangents of independents, {@code resultBar} and bars, the
 * workspace; for the pushforward of that: those of it, second tangents of the independents and of all that stands behind the
 * primal's parameters, the workspace. For the pushforward of the pushforward: those of it, second tangents of what has tangents, and
 * of these, the workspace.
 *
 * @param primal the method
 * @param derivatives what was asked for besides the default
 * @param sweeps the derivative functions; empty when the method was abandoned with errors, and then methods that throw are
 *     generated, so that the user sees those errors only
 */
public record MethodDerivatives(PrimalMethod primal, Set<Derivative> derivatives, Optional<Sweeps> sweeps) {

    public MethodDerivatives {
        derivatives = Set.copyOf(derivatives);
    }

    /** The default derivatives of a method. */
    public MethodDerivatives(PrimalMethod primal, Optional<Sweeps> sweeps) {
        this(primal, Set.of(), sweeps);
    }

    /**
     * The derivative functions of one method.
     *
     * @param valueAndGradient returns the primal value and overwrites the bars, if the value is one number
     * @param pullback accumulates into the bars
     * @param pushforward returns the directional derivative, if asked for
     * @param pushforwardBlock computes directional derivatives in several directions at once, if asked for
     * @param taylor overwrites the Taylor coefficients along a direction, if asked for
     * @param series overwrites the series of the result, if those of callers may need it
     * @param hessianVector overwrites a flat vector with the product of the Hessian and another, if asked for
     * @param hessianBlock overwrites flat vectors with the products of the Hessian and others, if the whole Hessian was asked for
     * @param thirdOrder overwrites a flat vector with the derivative of that product along another direction, if asked for
     * @param pullbackPushforward adds to bars and their tangents, if second derivatives were asked for
     * @param pullbackThirdOrder adds to bars, their tangents, and the tangents of all these, if third derivatives were asked for
     * @param secondPushforward differentiates the pushforward of a rule once more, if third derivatives may go through the rule
     * @param pattern where the Jacobian or Hessian has entries, if asked for
     * @param overwritten the primal's array parameters that it overwrites
     * @param withoutEffect independents that the result provably does not depend on
     * @param parts private functions that the others call
     */
    public record Sweeps(
            Optional<Function> valueAndGradient,
            Function pullback,
            Optional<Function> pushforward,
            Optional<Function> pushforwardBlock,
            Optional<Function> taylor,
            Optional<Function> series,
            Optional<Function> hessianVector,
            Optional<Function> hessianBlock,
            Optional<Function> thirdOrder,
            Optional<Function> pullbackPushforward,
            Optional<Function> pullbackThirdOrder,
            Optional<Function> secondPushforward,
            Optional<PatternCode> pattern,
            List<Variable> overwritten,
            List<Variable> withoutEffect,
            List<Function> parts) {

        /** The functions of a method that leaves its arguments alone. */
        public Sweeps(
                Function valueAndGradient, Function pullback, Optional<Function> pushforward, List<Function> parts) {
            this(
                    Optional.of(valueAndGradient),
                    pullback,
                    pushforward,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    parts);
        }

        public Sweeps {
            overwritten = List.copyOf(overwritten);
            withoutEffect = List.copyOf(withoutEffect);
            parts = List.copyOf(parts);
        }

        /** All functions that there are. */
        List<Function> functions() {
            List<Function> functions = new ArrayList<>(List.of(pullback));
            Stream.of(
                            valueAndGradient,
                            pushforward,
                            pushforwardBlock,
                            taylor,
                            series,
                            hessianVector,
                            hessianBlock,
                            thirdOrder,
                            pullbackPushforward,
                            pullbackThirdOrder,
                            secondPushforward)
                    .forEach(function -> function.ifPresent(functions::add));
            pattern.flatMap(PatternCode::function).ifPresent(functions::add);
            functions.addAll(parts);
            return functions;
        }
    }
}
