package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Apply;
import dev.pullback.processor.fuzz.FuzzExpression.Binary;
import dev.pullback.processor.fuzz.FuzzExpression.Length;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.MathCall;
import dev.pullback.processor.fuzz.FuzzExpression.StreamCall;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random local functions and streams: their bodies use what is never assigned. */
final class FunctionGenerator {
    private final Random random;
    private final Scope scope;
    private final List<Callee> callees;
    private final ExpressionGenerator expressions;

    FunctionGenerator(Random random, Scope scope, List<Callee> callees, ExpressionGenerator expressions) {
        this.random = random;
        this.scope = scope;
        this.callees = callees;
        this.expressions = expressions;
    }

    /** {@code DoubleUnaryOperator g = x -> ...;}, or with two parameters. */
    FuzzStatement declare() {
        boolean isUnary = random.nextBoolean();
        List<String> parameters = new ArrayList<>(List.of(scope.parameter()));
        if (!isUnary) {
            parameters.add(scope.parameter());
        }
        Scope inner = scope.constants();
        parameters.forEach(name -> inner.add(name, FuzzType.DOUBLE, false, 0, 0));
        FuzzExpression used = parameters.size() == 1
                ? new Var(parameters.get(0), FuzzType.DOUBLE)
                : new Binary(
                        "*", new Var(parameters.get(0), FuzzType.DOUBLE), new Var(parameters.get(1), FuzzType.DOUBLE));
        FuzzExpression body = isUnary && random.nextInt(5) == 0
                ? new MathCall("Math", expressions.pick(List.of("sin", "tanh", "cos")), List.of(used), FuzzType.DOUBLE)
                : new Binary(
                        random.nextBoolean() ? "+" : "*",
                        within(inner).bounded(used),
                        within(inner).real(2));
        FuzzType type = isUnary ? FuzzType.UNARY : FuzzType.BINARY;
        Var function = scope.add(scope.fresh("g"), type, false, 0, 0);
        return new FuzzStatement.Lambda(type, function.name(), parameters, body);
    }

    private ExpressionGenerator within(Scope inner) {
        List<Callee> reading = callees.stream().filter(c -> !c.writes()).toList();
        return new ExpressionGenerator(random, inner, reading);
    }

    /** A call of a local function; null if there is none. */
    @Nullable
    FuzzExpression apply(int depth) {
        List<Scope.Slot> functions = Stream.concat(
                        scope.find(FuzzType.UNARY, s -> true).stream(), scope.find(FuzzType.BINARY, s -> true).stream())
                .toList();
        if (functions.isEmpty()) {
            return null;
        }
        Scope.Slot function = expressions.pick(functions);
        List<FuzzExpression> arguments = new ArrayList<>(List.of(expressions.real(depth - 1)));
        if (function.type() == FuzzType.BINARY) {
            arguments.add(expressions.real(depth - 2));
        }
        return new Apply(function.variable().name(), arguments);
    }

    /** The sum of a stream over indices or an array. */
    FuzzExpression streamSum(int depth) {
        List<Scope.Slot> vectors = scope.find(FuzzType.DOUBLES, s -> true);
        if (!vectors.isEmpty() && random.nextBoolean()) {
            return stream(expressions.pick(vectors), "sum", depth);
        }
        Scope.Slot vector = vectors.isEmpty() ? null : expressions.pick(vectors);
        int length = vector == null ? 3 : vector.length();
        String index = scope.parameter();
        Scope inner = scope.constants();
        inner.addInt(index, false, 0, length - 1);
        FuzzExpression end = vector == null ? Literal.of(length) : new Length(vector.variable());
        return new StreamCall(
                "sum", index, List.of(Literal.of(0), end, within(inner).real(depth)));
    }

    /** An array of a function of each element. */
    FuzzExpression mapped(Scope.Slot vector) {
        return stream(vector, "toArray", 2);
    }

    private FuzzExpression stream(Scope.Slot vector, String result, int depth) {
        String element = scope.parameter();
        Scope inner = scope.constants();
        Var variable = inner.add(element, FuzzType.DOUBLE, false, 0, 0);
        FuzzExpression body = new Binary("*", variable, within(inner).real(depth - 1));
        return new StreamCall(result, element, List.of(vector.variable(), body));
    }
}
