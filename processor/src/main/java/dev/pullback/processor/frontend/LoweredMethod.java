package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A differentiable method in the representation, with everything of its class that it calls.
 *
 * @param primal its signature; the parameters' variables are those of {@code function}
 * @param function its body
 * @param helpers the methods of the same class that it reaches, callees before callers
 * @param recursive those helpers through which every recursion passes: they cannot be inlined
 * @param foreignCalls the calls of other classes' methods
 * @param jumps flags that stand for {@code break} and {@code continue}: setting one leaves the block that declares it; empty in
 *     normal form
 * @param rows where the source says something about the rows of matrices
 */
public record LoweredMethod(
        PrimalMethod primal,
        Function function,
        Map<MethodRef, Function> helpers,
        Set<MethodRef> recursive,
        List<ForeignCall> foreignCalls,
        Set<Variable> jumps,
        StoredRowPositions rows) {

    /** The method with every function replaced, and no jumps left. */
    public LoweredMethod normalized(UnaryOperator<Function> normalize) {
        Map<MethodRef, Function> normalHelpers = new LinkedHashMap<>();
        helpers.forEach((ref, helper) -> normalHelpers.put(ref, normalize.apply(helper)));
        return new LoweredMethod(
                primal, normalize.apply(function), normalHelpers, recursive, foreignCalls, Set.of(), rows);
    }
}
