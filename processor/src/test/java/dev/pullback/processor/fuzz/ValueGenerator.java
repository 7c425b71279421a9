package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.ArrayCall;
import dev.pullback.processor.fuzz.FuzzExpression.ArrayLiteral;
import dev.pullback.processor.fuzz.FuzzExpression.Element;
import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random statements on values that are neither numbers nor small arrays: records and arrays of them, functions, arrays of three
 * dimensions.
 */
final class ValueGenerator {
    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final FunctionGenerator functions;
    private final int rows;

    ValueGenerator(Random random, Scope scope, ExpressionGenerator expressions, FunctionGenerator functions, int rows) {
        this.rows = rows;
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.functions = functions;
    }

    /** Any of them; functions stand in the outermost block of a method. */
    List<FuzzStatement> statement(boolean isOutermost) {
        if (random.nextInt(3) == 0) {
            return arrayStatement();
        }
        List<Scope.Slot> pairs = scope.find(FuzzType.PAIR, Scope.Slot::isAssignable);
        int kind = random.nextInt(10);
        if (isOutermost && kind < 3) {
            return List.of(functions.declare());
        } else if (isOutermost && kind < 4) {
            return List.of(declareCube());
        } else if (!pairs.isEmpty() && kind < 8) {
            Var pair = expressions.pick(pairs).variable();
            return List.of(new FuzzStatement.Assign(pair, "=", expressions.pair(2)));
        }
        FuzzExpression init = expressions.pair(2);
        Var pair = scope.add(scope.fresh("pair"), FuzzType.PAIR, true, 0, 0);
        return List.of(new FuzzStatement.Declare(FuzzType.PAIR, pair.name(), init));
    }

    private List<FuzzStatement> arrayStatement() {
        List<Scope.Slot> arrays = scope.find(FuzzType.PAIRS, s -> true);
        List<Scope.Slot> written =
                arrays.stream().filter(Scope.Slot::isAssignable).toList();
        int kind = random.nextInt(10);
        if (!written.isEmpty() && kind < 6) {
            Scope.Slot array = expressions.pick(written);
            Element element = new Element(array.variable(), expressions.integer(0, array.length() - 1, 2));
            return List.of(new FuzzStatement.Assign(element, "=", expressions.pair(2)));
        } else if (!arrays.isEmpty() && kind < 7) {
            return List.of(declareArray(
                    "pairs",
                    new ArrayCall(
                            "clone",
                            FuzzType.PAIRS,
                            List.of(expressions.pick(arrays).variable()))));
        } else if (!arrays.isEmpty() && kind < 8) {
            return List.of(sum(expressions.pick(arrays)));
        }
        FuzzExpression call = random.nextBoolean() ? expressions.call(FuzzType.PAIRS, 2, true, 0, 0) : null;
        if (call != null) {
            return List.of(declareArray("pairs", call));
        }
        return random.nextBoolean() ? filledArray() : List.of(declareArray("pairs", literal()));
    }

    private FuzzExpression literal() {
        List<FuzzExpression> elements = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            elements.add(expressions.pair(1));
        }
        return new ArrayLiteral(FuzzType.PAIRS, elements);
    }

    private FuzzStatement declareArray(String name, FuzzExpression init) {
        Var array = scope.add(scope.fresh(name), FuzzType.PAIRS, true, rows, 0);
        return new FuzzStatement.Declare(FuzzType.PAIRS, array.name(), init);
    }

    /** {@code Pair[] pairs = new Pair[n]; for (...) { pairs[i] = ...; }}. */
    List<FuzzStatement> filledArray() {
        String name = scope.fresh("pairs");
        Var array = new Var(name, FuzzType.PAIRS);
        FuzzStatement fill = scope.inner(() -> {
            String index = scope.fresh("i");
            Var i = scope.addInt(index, false, 0, rows - 1);
            FuzzExpression pair = expressions.pair(2);
            FuzzStatement store = new FuzzStatement.Assign(new Element(array, i), "=", pair);
            FuzzExpression end = random.nextBoolean() ? new FuzzExpression.Length(array) : Literal.of(rows);
            return new FuzzStatement.For(index, Literal.of(0), "<", end, 1, List.of(store));
        });
        scope.add(name, FuzzType.PAIRS, true, rows, 0);
        NewArray creation = new NewArray(FuzzType.PAIRS, List.of(Literal.of(rows)));
        return List.of(new FuzzStatement.Declare(FuzzType.PAIRS, name, creation), fill);
    }

    /** A loop over the pairs that adds one of their components to a variable. */
    private FuzzStatement sum(Scope.Slot array) {
        List<Scope.Slot> reals = scope.find(FuzzType.DOUBLE, Scope.Slot::isAssignable);
        return scope.inner(() -> {
            Var pair = scope.add(scope.fresh("each"), FuzzType.PAIR, false, 0, 0);
            FuzzExpression first = new FuzzExpression.Part(pair, random.nextBoolean());
            List<FuzzStatement> body = reals.isEmpty()
                    ? List.of()
                    : List.of(new FuzzStatement.Assign(
                            expressions.pick(reals).variable(), "+=", expressions.bounded(first)));
            return new FuzzStatement.ForEach(FuzzType.PAIR, pair.name(), array.variable(), body);
        });
    }

    private FuzzStatement declareCube() {
        int length = 2 + random.nextInt(2);
        List<FuzzExpression> lengths = List.of(Literal.of(length), Literal.of(2), Literal.of(Scope.DEPTH));
        Var cube = scope.add(scope.fresh("cube"), FuzzType.CUBE, true, length, 2);
        return new FuzzStatement.Declare(FuzzType.CUBE, cube.name(), new NewArray(FuzzType.CUBE, lengths));
    }
}
