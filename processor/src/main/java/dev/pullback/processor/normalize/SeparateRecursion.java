package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ActivityAnalysis;
import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns recursive helpers into functions of the generated class, and the calls that remain after inlining into calls of these.
 * A parameter has a bar if some call passes it something that varies.
 */
public final class SeparateRecursion {

    /**
     * A function of the generated class.
     *
     * @param callee how it is called
     * @param function its body, which calls functions like it
     * @param declaredName the user's name for it
     */
    public record Helper(Callee callee, Function function, String declaredName) {

        /** Whether derivatives flow through it. */
        public boolean hasPullback() {
            boolean givesNumbers = function.returnType().isDifferentiable()
                    || !callee.outputs().isEmpty();
            return givesNumbers && callee.independents().contains(true);
        }

        /** The arrays that it overwrites. */
        public List<Variable> outputs() {
            return callee.outputs().stream().map(function.parameters()::get).toList();
        }

        /** The parameters with a bar. */
        public List<Variable> independents() {
            List<Variable> result = new ArrayList<>(function.parameters());
            result.removeIf(
                    v -> !callee.independents().get(function.parameters().indexOf(v)));
            return result;
        }
    }

    /**
     * A method without local calls, and the functions that it calls.
     *
     * @param function the method
     * @param helpers the recursive ones, callees before callers
     */
    public record Result(Function function, List<Helper> helpers) {}

    private final Map<MethodRef, Function> recursive = new LinkedHashMap<>();
    private final Map<MethodRef, Set<Integer>> varied = new LinkedHashMap<>();
    private final Map<MethodRef, List<Integer>> outputs = new HashMap<>();
    private final UnaryOperator<String> names;

    private SeparateRecursion(UnaryOperator<String> names) {
        this.names = names;
    }

    /**
     * Inlines and separates.
     *
     * @param independents of {@code function}
     * @param own the parameters of {@code function} whose rows may change places
     * @param recursive the helpers that must not be inlined
     * @param names the names of functions of the generated class
     * @throws RefusedRows if rows of a matrix cannot be followed
     */
    public static Result apply(
            Function function,
            List<Variable> independents,
            Set<Variable> own,
            Map<MethodRef, Function> helpers,
            Set<MethodRef> recursive,
            UnaryOperator<String> names) {
        SeparateRecursion separation = new SeparateRecursion(names);
        for (MethodRef method : recursive) {
            Function helper = Objects.requireNonNull(helpers.get(method), "helper not lowered");
            Function body = StoredRows.resolve(InlineHelpers.apply(helper, helpers, recursive), Set.of());
            separation.recursive.put(method, body);
        }
        Function inlined = StoredRows.resolve(InlineHelpers.apply(function, helpers, recursive), own);
        while (separation.spread(inlined, independents)) {}
        return separation.result(inlined);
    }

    /** One round over all functions; whether a parameter became varied. */
    private boolean spread(Function function, List<Variable> independents) {
        boolean changed = spreadFrom(function, independents);
        for (Map.Entry<MethodRef, Function> entry : recursive.entrySet()) {
            Set<Integer> indices = variedParameters(entry.getKey());
            List<Variable> parameters = entry.getValue().parameters();
            changed |= spreadFrom(
                    entry.getValue(), indices.stream().map(parameters::get).toList());
        }
        return changed;
    }

    private boolean spreadFrom(Function function, List<Variable> independents) {
        ActivityResult activity =
                ActivityAnalysis.analyze(connect(function, UnaryOperator.identity()), independents, List.of());
        boolean[] changed = {false};
        Walk.statements(function.body(), s -> {
            if (s instanceof Invoke i && recursive.containsKey(i.callee().method())) {
                for (int k = 0; k < i.arguments().size(); k++) {
                    Expression argument = i.arguments().get(k);
                    if (argument.type().isDifferentiable() && activity.varies(argument)) {
                        changed[0] |= variedParameters(i.callee().method()).add(k);
                    }
                }
            }
        });
        return changed[0];
    }

    private Result result(Function function) {
        UnaryOperator<MethodRef> renamed = method -> new MethodRef(
                "", names.apply(method.name()), method.parameterTypes(), method.returnType(), method.isStatic());
        List<Helper> helpers = new ArrayList<>();
        recursive.forEach((method, body) -> {
            Callee callee = callee(method, renamed).overwriting(outputs.getOrDefault(method, List.of()));
            Function connected = connect(body, renamed);
            helpers.add(new Helper(
                    callee,
                    new Function(
                            callee.method().name(), connected.parameters(), connected.returnType(), connected.body()),
                    method.name()));
        });
        return new Result(connect(function, renamed), helpers);
    }

    /** The function with its calls telling which arguments have bars. */
    private Function connect(Function function, UnaryOperator<MethodRef> renamed) {
        IrRewriter calls = new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                if (statement instanceof Invoke i
                        && recursive.containsKey(i.callee().method())) {
                    Callee callee = callee(i.callee().method(), renamed)
                            .overwriting(i.callee().outputs());
                    outputs.put(i.callee().method(), i.callee().outputs());
                    out.add(new Invoke(i.result(), callee, i.arguments(), i.origin()));
                } else {
                    super.rewrite(statement, out);
                }
            }
        };
        return function.withBody(calls.rewrite(function.body()));
    }

    private Set<Integer> variedParameters(MethodRef method) {
        return varied.computeIfAbsent(method, m -> new HashSet<>());
    }

    private Callee callee(MethodRef method, UnaryOperator<MethodRef> renamed) {
        List<Boolean> independents = new ArrayList<>();
        for (int i = 0; i < method.parameterTypes().size(); i++) {
            independents.add(variedParameters(method).contains(i));
        }
        return new Callee(renamed.apply(method), "", independents);
    }
}
