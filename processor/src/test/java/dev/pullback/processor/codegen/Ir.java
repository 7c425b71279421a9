package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Short forms for trees in tests. */
final class Ir {

    private Ir() {}

    static Place read(Variable variable) {
        return new Read(variable);
    }

    static Place at(Place array, Expression index) {
        return new ArrayRead(array, index);
    }

    /** A binary operator by its symbol. */
    static Expression op(Expression left, String symbol, Expression right) {
        Binary.Operator operator = Stream.of(Binary.Operator.values())
                .filter(o -> o.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        return new Binary(operator, left, right);
    }

    /** A comparison by its symbol. */
    static Expression compare(Expression left, String symbol, Expression right) {
        Compare.Operator operator = Stream.of(Compare.Operator.values())
                .filter(o -> o.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
        return new Compare(operator, left, right);
    }

    static Expression negate(Expression operand) {
        return new Unary(Unary.Operator.NEGATE, operand);
    }

    static Statement declare(Variable variable, @Nullable Expression initial) {
        return new Declare(variable, initial, Origin.NONE);
    }

    static Statement assign(Place target, Expression value) {
        return assign(target, value, Origin.NONE);
    }

    static Statement assign(Place target, Expression value, Origin origin) {
        return new Assign(target, value, origin);
    }

    static Statement increment(Place target, Expression value) {
        return new Increment(target, value, Origin.NONE);
    }

    static Statement when(Expression condition, Block whenTrue, Block whenFalse) {
        return new If(condition, whenTrue, whenFalse, Origin.NONE);
    }

    static Statement loop(Variable index, Expression from, Expression to, int step, Statement... body) {
        return new CountedLoop(index, from, to, step, Block.of(body), Origin.NONE);
    }
}
