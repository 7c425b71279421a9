package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.NonNegative;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.WorkspaceCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for tapes and for arrays that need no zeros before a loop instead of in every iteration, where their lengths do not
 * change and cannot be negative: a loop that does not run must not throw.
 */
public final class HoistAllocations extends IrRewriter {
    private final Effects effects;
    private final Set<Variable> reassigned = new HashSet<>();
    private final Set<Variable> redeclared;
    private final Set<Variable> overwritten = new HashSet<>();
    private final NonNegative nonNegative;

    private HoistAllocations(Function function) {
        this.effects = new Effects(new ArrayRoots(function));
        this.redeclared = Walk.redeclared(function.body());
        this.nonNegative = new NonNegative(function);
        Walk.statements(function.body(), s -> {
            if (Effects.target(s) instanceof Read target) {
                reassigned.add(target.variable());
            }
        });
        OverwrittenArrays.of(function).forEach(d -> overwritten.add(d.variable()));
    }

    /** {@code function} with arrays taken from the workspace as early as possible. */
    public static Function apply(Function function) {
        return function.withBody(new HoistAllocations(function).rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (!(statement instanceof CountedLoop loop)) {
            super.rewrite(statement, out);
            return;
        }
        Block inner = rewrite(loop.body());
        Set<Variable> changing = new HashSet<>(effects.written(inner));
        changing.add(loop.index());
        changing.addAll(Walk.declarations(inner));
        List<Statement> body = new ArrayList<>();
        for (Statement s : inner.statements()) {
            if (s instanceof Declare d && isHoistable(d, changing)) {
                changing.remove(d.variable());
                out.add(d);
            } else {
                body.add(s);
            }
        }
        out.add(loop.withBody(new Block(body)));
    }

    private boolean isHoistable(Declare declare, Set<Variable> changing) {
        return !reassigned.contains(declare.variable())
                && !redeclared.contains(declare.variable())
                && (overwritten.contains(declare.variable()) || WorkspaceCalls.isTape(declare.initial()))
                && lengths(declare.value()).stream().allMatch(e -> isHarmless(e) && nonNegative.holds(e))
                && Walk.reads(declare.value()).stream().noneMatch(changing::contains);
    }

    private static List<Expression> lengths(Expression allocation) {
        return allocation instanceof NewArray array
                ? array.dimensions()
                : allocation instanceof Call tape ? tape.arguments().subList(2, 3) : List.of();
    }

    /** Whether computing the length cannot throw. */
    private static boolean isHarmless(Expression length) {
        if (length instanceof Length l) {
            return l.array() instanceof Read;
        } else if (length instanceof Binary b) {
            return b.operator() != Binary.Operator.DIVIDE
                    && b.operator() != Binary.Operator.REMAINDER
                    && isHarmless(b.left())
                    && isHarmless(b.right());
        } else if (length instanceof Conditional c) {
            return c.condition() instanceof Compare compare
                    && isHarmless(compare.left())
                    && isHarmless(compare.right())
                    && isHarmless(c.whenTrue())
                    && isHarmless(c.whenFalse());
        } else if (length instanceof Call) {
            return LoopHeader.isAtLeastZero(length)
                    && Walk.operands(length).stream().allMatch(HoistAllocations::isHarmless);
        }
        return length instanceof Literal || length instanceof Read;
    }
}
