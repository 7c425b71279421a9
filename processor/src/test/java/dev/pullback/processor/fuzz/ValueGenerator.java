package dev.pullback.processor.fuzz;

import dev.pullback.processor.fuzz.FuzzExpression.Literal;
import dev.pullback.processor.fuzz.FuzzExpression.NewArray;
import dev.pullback.processor.fuzz.FuzzExpression.Var;
import java.util.List;
import java.util.Random;

/** Random statements on values that are neither numbers nor small arrays: records, functions, arrays of three dimensions. */
final class ValueGenerator {
    private final Random random;
    private final Scope scope;
    private final ExpressionGenerator expressions;
    private final FunctionGenerator functions;

    ValueGenerator(Random random, Scope scope, ExpressionGenerator expressions, FunctionGenerator functions) {
        this.random = random;
        this.scope = scope;
        this.expressions = expressions;
        this.functions = functions;
    }

    /** Any of them; functions stand in the outermost block of a method. */
    List<FuzzStatement> statement(boolean isOutermost) {
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

    private FuzzStatement declareCube() {
        int length = 2 + random.nextInt(2);
        List<FuzzExpression> lengths = List.of(Literal.of(length), Literal.of(2), Literal.of(Scope.DEPTH));
        Var cube = scope.add(scope.fresh("cube"), FuzzType.CUBE, true, length, 2);
        return new FuzzStatement.Declare(FuzzType.CUBE, cube.name(), new NewArray(FuzzType.CUBE, lengths));
    }
}
