package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.NonNegative;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each iteration of a loop its own row of a matrix instead of a new array, so that the arrays' contents are still there
 * when the reverse sweep comes and need not be copied to a tape.
 */
public final class ExpandWorkArrays extends IrRewriter {
    private final Effects effects;
    private final NonNegative nonNegative;
    private final Set<Variable> written;
    private final Set<Variable> arrays;

    private ExpandWorkArrays(Function function, Set<Variable> arrays) {
        this.effects = new Effects(new ArrayRoots(function));
        this.nonNegative = new NonNegative(function);
        this.written = effects.written(function.body());
        this.arrays = arrays;
    }

    /** {@code function} with those of {@code arrays} expanded that are declared in the body of a loop from zero. */
    public static Function apply(Function function, Set<Variable> arrays) {
        return function.withBody(new ExpandWorkArrays(function, arrays).rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (!(statement instanceof CountedLoop loop) || !hasFixedTrips(loop)) {
            super.rewrite(statement, out);
            return;
        }
        Set<Variable> changing = new HashSet<>(effects.written(loop.body()));
        changing.addAll(Walk.declarations(loop.body()));
        changing.add(loop.index());
        List<Statement> body = new ArrayList<>();
        for (Statement inner : rewrite(loop.body()).statements()) {
            if (inner instanceof Declare d && isExpandable(d, changing)) {
                Variable rows = new Variable(
                        d.variable().name() + "Rows", new ArrayType(d.variable().type()));
                Expression length = length(((NewArray) d.value()).dimensions().get(0), loop.to());
                List<Expression> dimensions = List.of(nonNegative.orZero(loop.to()), length);
                out.add(new Declare(rows, new NewArray((ArrayType) rows.type(), dimensions), Origin.NONE));
                body.add(new Declare(d.variable(), new ArrayRead(new Read(rows), new Read(loop.index())), d.origin()));
            } else {
                body.add(inner);
            }
        }
        out.add(loop.withBody(new Block(body)));
    }

    /** Whether the number of rows is known before the loop, and the same whenever the reverse sweep asks for it. */
    private boolean hasFixedTrips(CountedLoop loop) {
        return loop.step() == 1
                && loop.from().equals(Literal.of(0))
                && isSimple(loop.to())
                && effects.isInvariant(loop.to(), written);
    }

    /** A variable, a length or a number, or what follows one: the end of {@code i <= last}. */
    private static boolean isSimple(Expression end) {
        return end instanceof Length
                || end instanceof Read
                || end instanceof Literal
                || end instanceof Binary b
                        && b.operator() == Binary.Operator.ADD
                        && b.right() instanceof Literal
                        && isSimple(b.left());
    }

    /** A length is computed, and may be wrong, only if the loop runs. */
    private Expression length(Expression length, Expression trips) {
        if (length.equals(trips)) {
            return nonNegative.orZero(length);
        } else if (length instanceof Literal
                || length instanceof Length known && known.array() instanceof Read
                || length instanceof Read && nonNegative.holds(length)) {
            return length;
        }
        Compare runs = new Compare(Compare.Operator.GREATER, trips, Literal.of(0));
        return new Conditional(runs, length, Literal.of(0));
    }

    private boolean isExpandable(Declare declare, Set<Variable> changing) {
        return arrays.contains(declare.variable())
                && declare.initial() instanceof NewArray array
                && array.type().rank() == 1
                && array.dimensions().stream()
                        .flatMap(e -> Walk.reads(e).stream())
                        .noneMatch(changing::contains);
    }
}
