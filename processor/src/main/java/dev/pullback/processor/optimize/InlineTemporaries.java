package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Cost;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts the value of a variable that the processor introduced in place of its only use, and a variable that only repeats
 * another one out of the way. The user's own variables stay, so that the primal remains recognisable.
 */
public final class InlineTemporaries {
    private static final int MAX_BOUND_COST = 3;

    private final Effects effects;
    private final List<Variable> parameters;
    private final Set<Variable> written;

    private InlineTemporaries(Function function) {
        this.effects = new Effects(new ArrayRoots(function));
        this.parameters = function.parameters();
        this.written = effects.written(function.body());
    }

    /** {@code function} without temporaries used once. */
    public static Function apply(Function function) {
        return function.withBody(new InlineTemporaries(function).inline(function.body()));
    }

    private Block inline(Block block) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i) instanceof Declare declare && isTemporary(declare)) {
                inline(declare, i, statements);
            }
        }
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            result.add(descend(statement));
        }
        return new Block(result);
    }

    private boolean isTemporary(Declare declare) {
        Variable variable = declare.variable();
        return declare.initial() != null
                && !variable.type().isArray()
                && !written.contains(variable)
                && variable.isTemporary();
    }

    private void inline(Declare declare, int at, List<Statement> statements) {
        List<Statement> rest = statements.subList(at + 1, statements.size());
        Expression value = declare.value();
        boolean isCopy = value instanceof Literal || value instanceof Read;
        if (isCopy && effects.isInvariant(value, effects.written(rest))) {
            replaceAll(declare.variable(), value, rest);
            statements.remove(at);
            return;
        }
        int use = onlyUse(declare.variable(), rest);
        if (use >= 0
                && effects.isInvariant(value, effects.written(rest.subList(0, use)))
                && canMoveInto(rest.get(use), value)
                && !(Throwing.mayThrow(value) && touchesArguments(rest.subList(0, use)))) {
            replaceAll(declare.variable(), value, rest.subList(use, use + 1));
            statements.remove(at);
        }
    }

    /** Whether the caller would see that these statements ran. */
    private boolean touchesArguments(List<Statement> statements) {
        boolean[] result = {false};
        Walk.statements(new Block(statements), s -> {
            Place target = Effects.target(s);
            result[0] |= s instanceof CallStatement || s instanceof Perform || s instanceof Throw;
            result[0] |= target != null && parameters.contains(effects.root(target));
        });
        return result[0];
    }

    /** A loop evaluates its bound every time, so only a cheap and constant one may go there. */
    private boolean canMoveInto(Statement use, Expression value) {
        return !(use instanceof CountedLoop loop)
                || Cost.of(value) <= MAX_BOUND_COST && effects.isInvariant(value, effects.written(loop.body()));
    }

    /** The statement that holds the only read, in a place that runs exactly once; -1 if there is none. */
    private static int onlyUse(Variable variable, List<Statement> rest) {
        int use = -1;
        for (int i = 0; i < rest.size(); i++) {
            int[] count = {0};
            Statement statement = rest.get(i);
            Walk.inputs(statement).forEach(e -> count[0] += count(e, variable));
            boolean nested =
                    Walk.blocks(statement).stream().anyMatch(b -> Walk.reads(b).contains(variable));
            if (nested || count[0] > 1 || count[0] == 1 && (use >= 0 || statement instanceof While)) {
                return -1;
            }
            if (count[0] == 1) {
                use = i;
            }
        }
        return use;
    }

    private static int count(Expression expression, Variable variable) {
        int[] count = {0};
        Walk.expressions(expression, e -> count[0] += e instanceof Read r && r.variable() == variable ? 1 : 0);
        return count[0];
    }

    private static void replaceAll(Variable variable, Expression value, List<Statement> statements) {
        IrRewriter replace = new IrRewriter() {
            @Override
            public Expression rewrite(Expression expression) {
                return expression instanceof Read r && r.variable() == variable ? value : rewriteChildren(expression);
            }
        };
        statements.replaceAll(s -> replace.rewrite(Block.of(s)).statements().get(0));
    }

    private Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), inline(s.whenTrue()), inline(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(inline(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(inline(s.body()));
        }
        return statement;
    }
}
