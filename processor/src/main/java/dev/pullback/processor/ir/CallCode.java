package dev.pullback.processor.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of differentiable methods as plain code. Derivatives hold them in the form that can be differentiated again until that is
 * over: {@link Invoke} for the methods, and pullbacks with the components of records as arguments.
 */
public final class CallCode extends IrRewriter {

    /** By the vector that holds the bars of all scalars before. */
    private final Map<Variable, PackedPullback> pullbacks = new HashMap<>();

    private CallCode() {}

    /** {@code function} with plain calls. */
    public static Function apply(Function function) {
        return function.withBody(apply(function.body()));
    }

    /** A block with plain calls. */
    public static Block apply(Block block) {
        CallCode code = new CallCode();
        Walk.statements(block, s -> {
            if (s instanceof CallStatement call) {
                packed(call)
                        .filter(arguments -> arguments.pullback().order() == 1)
                        .ifPresent(arguments -> arguments
                                .scalarBars()
                                .ifPresent(shared -> code.pullbacks.computeIfAbsent(
                                        shared, v -> new PackedPullback(arguments.callee(), v))));
            }
        });
        return code.rewrite(block);
    }

    /** The call of a method as plain code, which declares the result. */
    public static List<Statement> primal(Invoke invoke) {
        if (invoke.callee().gradientOf().isPresent()) {
            return GradientCall.primal(invoke);
        }
        return invoke.callee().outputs().isEmpty() ? PackedCall.primal(invoke) : OutputCode.primal(invoke);
    }

    /** The arguments of the pullback of a method that takes or gives records. */
    private static Optional<PullbackArguments> packed(CallStatement call) {
        return Optional.ofNullable(call.pullback())
                .filter(pullback -> pullback.callee().records().hasRecords())
                .map(pullback -> new PullbackArguments(call.call(), pullback));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof Invoke) {
            out.addAll(primal((Invoke) rewriteChildren(statement)));
        } else if (statement instanceof CallStatement call && packed(call).isPresent()) {
            CallStatement flat = (CallStatement) rewriteChildren(call);
            PullbackArguments arguments = packed(flat).get();
            if (arguments.pullback().order() > 1) {
                out.add(withObjects(flat, arguments));
                return;
            }
            PackedPullback pullback = packed(call)
                    .flatMap(PullbackArguments::scalarBars)
                    .map(pullbacks::get)
                    .orElseGet(() -> new PackedPullback(arguments.callee(), new Variable("none", OutputCode.VECTOR)));
            out.addAll(pullback.statements(flat));
        } else if (statement instanceof Declare declare && pullbacks.containsKey(declare.variable())) {
            int shared = pullbacks.get(declare.variable()).sharedScalars();
            if (shared > 0) {
                NewArray zeros = new NewArray(OutputCode.VECTOR, List.of(Literal.of(shared)));
                out.add(new Declare(declare.variable(), zeros, declare.origin()));
            }
        } else {
            super.rewrite(statement, out);
        }
    }

    /** The pushforward of a pullback takes the method's own arguments, and components of everything else. */
    private static CallStatement withObjects(CallStatement flat, PullbackArguments given) {
        List<Expression> all = flat.call().arguments();
        List<Expression> arguments = new ArrayList<>(PackedCall.arguments(given.callee(), given.arguments()));
        arguments.addAll(all.subList(given.arguments().size(), all.size()));
        List<IrType> types = arguments.stream().map(Expression::type).toList();
        MethodRef method = flat.call().method();
        MethodRef packed = new MethodRef(method.owner(), method.name(), types, PrimitiveType.VOID, true);
        return new CallStatement(new Call(packed, arguments), flat.origin());
    }

    @Override
    public Expression rewrite(Expression expression) {
        return expression instanceof ArrayRead element
                        && element.array() instanceof Read array
                        && pullbacks.containsKey(array.variable())
                        && element.index() instanceof Literal position
                ? pullbacks.get(array.variable()).scalarBar((Integer) position.value())
                : rewriteChildren(expression);
    }
}
