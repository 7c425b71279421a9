package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a scalar that its own block assigns again a new variable from there on: after {@code x = x * y} the old value is
 * still at hand for the reverse sweep and nothing has to be saved.
 */
public final class RenameReassigned {
    private RenameReassigned() {}

    /** {@code function} in which blocks do not assign their own scalars again, except by {@code +=}. */
    public static Function apply(Function function) {
        return function.withBody(rename(function.body(), new HashSet<>(function.parameters())));
    }

    private static Block rename(Block block, Set<Variable> own) {
        List<Statement> rest = new ArrayList<>(block.statements());
        List<Statement> result = new ArrayList<>();
        Set<Variable> declared = new HashSet<>(own);
        while (!rest.isEmpty()) {
            Statement statement = descend(rest.remove(0));
            if (statement instanceof Declare d && !d.variable().type().isArray()) {
                declared.add(d.variable());
            } else if (statement instanceof Invoke i && i.result() != null) {
                declared.add(i.variable());
            } else if (statement instanceof Perform p && p.result() != null) {
                declared.add(p.variable());
            }
            if (statement instanceof Assign a && a.target() instanceof Read r && declared.contains(r.variable())) {
                Variable next = r.variable().copy();
                declared.add(next);
                result.add(new Declare(next, a.value(), a.origin()));
                rest = new ArrayList<>(
                        new Replace(r.variable(), next).rewrite(new Block(rest)).statements());
            } else {
                result.add(statement);
            }
        }
        return new Block(result);
    }

    private static Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), rename(s.whenTrue(), Set.of()), rename(s.whenFalse(), Set.of()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(rename(s.body(), Set.of()));
        } else if (statement instanceof While s) {
            return s.withBody(rename(s.body(), Set.of()));
        }
        return statement;
    }

    /** Puts one variable in place of another, where it is read and where it is assigned. */
    private static final class Replace extends IrRewriter {
        private final Variable old;
        private final Variable next;

        Replace(Variable old, Variable next) {
            this.old = old;
            this.next = next;
        }

        @Override
        public Expression rewrite(Expression expression) {
            return expression.equals(new Read(old)) ? new Read(next) : rewriteChildren(expression);
        }
    }
}
