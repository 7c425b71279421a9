package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces calls of same-class helpers by their bodies, so that a helper is differentiated for the arguments at hand and the
 * loops around the call see its effects. Helpers end with their only return; where a recursion closes the call stays.
 */
public final class InlineHelpers extends IrRewriter {
    private final Map<MethodRef, Function> helpers;

    private final Set<MethodRef> recursive;

    private InlineHelpers(Map<MethodRef, Function> helpers, Set<MethodRef> recursive) {
        this.helpers = helpers;
        this.recursive = recursive;
    }

    /** {@code function} without calls of local helpers, except the recursive ones. */
    public static Function apply(Function function, Map<MethodRef, Function> helpers, Set<MethodRef> recursive) {
        return function.withBody(new InlineHelpers(helpers, recursive).rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Invoke invoke
                && invoke.callee().isLocal()
                && !recursive.contains(invoke.callee().method())) {
            inline(invoke, out);
        } else {
            super.rewrite(statement, out);
        }
    }

    private void inline(Invoke invoke, List<Statement> out) {
        Function helper = Objects.requireNonNull(helpers.get(invoke.callee().method()), "helper not lowered");
        CopyVariables copy = new CopyVariables();
        Set<Variable> written = new Effects(new ArrayRoots(helper)).written(helper.body());
        for (int i = 0; i < helper.parameters().size(); i++) {
            bind(helper.parameters().get(i), invoke.arguments().get(i), written, copy, invoke, out);
        }
        Optional<Variable> own = ownArray(helper);
        own.ifPresent(array -> copy.rename(array, invoke.variable()));
        for (Statement statement : copy.rewrite(helper.body()).statements()) {
            if (!(statement instanceof Return exit)) {
                rewrite(statement, out);
            } else if (own.isEmpty()) {
                out.add(new Declare(invoke.variable(), exit.values().get(0), invoke.origin()));
            }
        }
    }

    /** The variable that a helper declares for the array it returns: the caller's variable takes its place. */
    private static Optional<Variable> ownArray(Function helper) {
        List<Statement> statements = helper.body().statements();
        if (!helper.returnType().isArray()
                || !(statements.get(statements.size() - 1) instanceof Return exit)
                || !(exit.values().get(0) instanceof Read read)) {
            return Optional.empty();
        }
        return helper.parameters().contains(read.variable()) ? Optional.empty() : Optional.of(read.variable());
    }

    /** A helper cannot change the caller's variables, so a plain variable or constant stands for the parameter itself. */
    private static void bind(
            Variable parameter,
            Expression argument,
            Set<Variable> written,
            CopyVariables copy,
            Invoke invoke,
            List<Statement> out) {
        boolean plain = argument instanceof Read || argument instanceof Literal;
        if (plain && (parameter.type().isArray() || !written.contains(parameter))) {
            copy.replace(parameter, argument);
        } else {
            out.add(new Declare(copy.fresh(parameter), argument, invoke.origin()));
        }
    }
}
