package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Loops over the values of given ones from the last to the first. Where nothing is known of a bound, its successor or
 * predecessor may not be an {@code int}, and the header must not compute it.
 */
public final class LoopRanges {
    private final NonNegative nonNegative;
    private final Map<Variable, Expression> values = new HashMap<>();
    private final Set<Variable> lengths = new HashSet<>();
    private final Set<Variable> rising = new HashSet<>();
    private final Set<Variable> falling = new HashSet<>();

    /** For the loops of one function. */
    public LoopRanges(Function function) {
        this.nonNegative = new NonNegative(function);
        Set<Variable> changing = changing(function);
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() != null && !changing.contains(d.variable())) {
                values.put(d.variable(), d.initial());
            }
        });
        createdFirst(function).forEach(length -> {
            if (length instanceof Read read && !changing.contains(read.variable())) {
                lengths.add(read.variable());
            }
        });
        Walk.statements(function.body(), s -> {
            if (s instanceof CountedLoop loop && loop.step() > 0 && isNatural(loop.from())) {
                rising.add(loop.index());
            } else if (s instanceof CountedLoop loop && loop.step() < 0 && isAtLeastMinusOne(loop.to())) {
                falling.add(loop.index());
            }
        });
    }

    /** What is declared more than once, or assigned. */
    private static Set<Variable> changing(Function function) {
        Set<Variable> declared = new HashSet<>();
        Set<Variable> result = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && !declared.add(d.variable())) {
                result.add(d.variable());
            } else if (!(s instanceof Declare) && Effects.target(s) instanceof Read target) {
                result.add(target.variable());
            }
        });
        return result;
    }

    /** The lengths of arrays that exist before any loop does: there are none below zero. */
    private static List<Expression> createdFirst(Function function) {
        List<Expression> result = new ArrayList<>();
        for (Statement statement : function.body().statements()) {
            if (!Walk.blocks(statement).isEmpty()) {
                break;
            } else if (statement instanceof Declare d && d.initial() instanceof NewArray array) {
                result.addAll(array.dimensions());
            }
        }
        return result;
    }

    /** A loop over the same values from the last to the first. */
    public CountedLoop opposite(CountedLoop loop, Block body) {
        int sign = loop.step() > 0 ? 1 : -1;
        Expression end = LoopHeader.plus(loop.from(), -sign);
        return new CountedLoop(loop.index(), last(loop), end, -loop.step(), body, loop.origin());
    }

    private Expression last(CountedLoop loop) {
        if (loop.step() == 1 && isAboveLeast(loop.from())) {
            boolean isKnown = isAboveLeast(loop.to()) || LoopHeader.isBehindLast(loop.to(), 1);
            return LoopHeader.plus(isKnown ? loop.to() : atLeastFirst(loop), -1);
        } else if (loop.step() == -1
                && (isBelowGreatest(loop.to()) || LoopHeader.isBehindLast(loop.to(), -1))
                && (isBelowGreatest(loop.from()) || isIndexed(loop))) {
            return LoopHeader.plus(loop.to(), 1);
        }
        return LoopHeader.last(loop);
    }

    /** The bound, or a number from which the opposite loop does not run where the loop does not run. */
    private static Expression atLeastFirst(CountedLoop loop) {
        Expression least = loop.from() instanceof Literal ? loop.from() : Literal.of(0);
        return new Call(LoopHeader.MAX, least, loop.to());
    }

    private boolean isAboveLeast(Expression e) {
        return isLiteralOtherThan(Integer.MIN_VALUE, e)
                || isNatural(e)
                || isBelowNonNegative(e)
                || e instanceof Read read && values.containsKey(read.variable()) && isAboveLeast(value(read));
    }

    private boolean isBelowGreatest(Expression e) {
        return isLiteralOtherThan(Integer.MAX_VALUE, e)
                || e instanceof Length
                || isRising(e)
                || isBelowNonNegative(e)
                || e instanceof Read read && values.containsKey(read.variable()) && isBelowGreatest(value(read));
    }

    private Expression value(Read read) {
        return Objects.requireNonNull(values.get(read.variable()));
    }

    private static boolean isLiteralOtherThan(int value, Expression e) {
        return e instanceof Literal && !e.equals(Literal.of(value));
    }

    private boolean isBelowNonNegative(Expression e) {
        return e instanceof Binary b
                && b.operator() == Binary.Operator.SUBTRACT
                && b.right() instanceof Literal literal
                && (Integer) literal.value() > 0
                && isNonNegative(b.left());
    }

    private boolean isNonNegative(Expression e) {
        return nonNegative.holds(e)
                || e instanceof Read read
                        && (lengths.contains(read.variable())
                                || rising.contains(read.variable())
                                || falling.contains(read.variable()));
    }

    private static boolean isAtLeastMinusOne(Expression e) {
        return e instanceof Literal literal && (Integer) literal.value() >= -1;
    }

    /** Whether the expression is not negative, or follows an index that is not. */
    private boolean isNatural(Expression e) {
        return isNonNegative(e) || e instanceof Binary b && LoopHeader.isBehindLast(b, 1) && isRising(b.left());
    }

    /** Whether the expression is an index that counts from zero or more to a bound, so that it has a successor. */
    private boolean isRising(Expression e) {
        return e instanceof Read read && rising.contains(read.variable());
    }

    /** Whether each iteration uses the index as that of an array, of which none has an element for the greatest {@code int}. */
    private static boolean isIndexed(CountedLoop loop) {
        return loop.body().statements().stream()
                .flatMap(s -> Walk.inputs(s).stream())
                .anyMatch(e -> isIndexed(e, new Read(loop.index())));
    }

    private static boolean isIndexed(Expression e, Read index) {
        if (e instanceof ArrayRead element && element.index().equals(index)) {
            return true;
        }
        boolean isLazy = e instanceof Conditional || e instanceof Logical;
        List<Expression> operands = Walk.operands(e);
        return (isLazy ? operands.subList(0, 1) : operands).stream().anyMatch(operand -> isIndexed(operand, index));
    }
}
