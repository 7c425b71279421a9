package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Cost;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ThrowingExpressions;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        List<Use> uses = new ArrayList<>();
        block.statements().forEach(s -> uses.add(new Use(s)));
        for (int i = uses.size() - 1; i >= 0; i--) {
            if (uses.get(i).statement instanceof Declare declare && isTemporary(declare)) {
                inline(declare, i, uses);
            }
        }
        List<Statement> result = new ArrayList<>();
        for (Use use : uses) {
            result.add(descend(use.statement));
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

    private void inline(Declare declare, int at, List<Use> uses) {
        List<Use> rest = uses.subList(at + 1, uses.size());
        Variable variable = declare.variable();
        Expression value = declare.value();
        boolean isCopy = value instanceof Literal || value instanceof Read;
        if (isCopy && isInvariant(value, rest)) {
            rest.replaceAll(use -> use.with(variable, value));
            uses.remove(at);
            return;
        }
        int only = onlyUse(variable, rest);
        if (only >= 0
                && isInvariant(value, rest.subList(0, only))
                && canMoveInto(rest.get(only).statement, variable, value)
                && !(ThrowingExpressions.mayThrow(value) && touchesArguments(rest.subList(0, only)))) {
            rest.set(only, rest.get(only).with(variable, value));
            uses.remove(at);
        }
    }

    private boolean isInvariant(Expression value, List<Use> uses) {
        return uses.stream().allMatch(use -> effects.isInvariant(value, use.written()));
    }

    /** Whether the caller would see that these statements ran. */
    private boolean touchesArguments(List<Use> uses) {
        boolean[] result = {false};
        for (Use use : uses) {
            Walk.statements(Block.of(use.statement), s -> {
                Place target = Effects.target(s);
                result[0] |= s instanceof CallStatement || s instanceof Perform || s instanceof Throw;
                result[0] |= target != null && parameters.contains(effects.root(target));
            });
        }
        return result[0];
    }

    /**
     * A loop evaluates its bound every time, so only a cheap and constant one may go there; and none that would then read as the
     * end of {@code i <= last}.
     */
    private boolean canMoveInto(Statement use, Variable variable, Expression value) {
        return !(use instanceof CountedLoop loop)
                || !(LoopHeader.isBehindLast(value, loop.step()) && loop.to().equals(new Read(variable)))
                        && Cost.of(value) <= MAX_BOUND_COST
                        && effects.isInvariant(value, effects.written(loop.body()));
    }

    /** The statement that holds the only read, in a place that runs exactly once; -1 if there is none. */
    private static int onlyUse(Variable variable, List<Use> rest) {
        int only = -1;
        for (int i = 0; i < rest.size(); i++) {
            Use use = rest.get(i);
            int count = use.reads().getOrDefault(variable, 0);
            boolean nested = use.nestedReads().contains(variable);
            if (nested || count > 1 || count == 1 && (only >= 0 || use.statement instanceof While)) {
                return -1;
            }
            if (count == 1) {
                only = i;
            }
        }
        return only;
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

    /** A statement and what it does with variables: found when first asked for, and asked for by each temporary before it. */
    private final class Use {
        private final Statement statement;
        private @Nullable Map<Variable, Integer> reads;
        private @Nullable Set<Variable> nestedReads;
        private @Nullable Set<Variable> written;

        Use(Statement statement) {
            this.statement = statement;
        }

        /** How often the statement itself reads each variable. */
        Map<Variable, Integer> reads() {
            if (reads == null) {
                Map<Variable, Integer> counts = new HashMap<>();
                Walk.inputs(statement)
                        .forEach(input -> Walk.expressions(input, e -> {
                            if (e instanceof Read read) {
                                counts.merge(read.variable(), 1, Integer::sum);
                            }
                        }));
                reads = counts;
            }
            return reads;
        }

        /** What the statement's blocks read. */
        Set<Variable> nestedReads() {
            if (nestedReads == null) {
                Set<Variable> nested = new HashSet<>();
                Walk.blocks(statement).forEach(block -> nested.addAll(Walk.reads(block)));
                nestedReads = nested;
            }
            return nestedReads;
        }

        /** What the statement overwrites at any depth. */
        Set<Variable> written() {
            if (written == null) {
                written = effects.written(Block.of(statement));
            }
            return written;
        }

        /** The same with a value in place of a variable. */
        Use with(Variable variable, Expression value) {
            if (!reads().containsKey(variable) && !nestedReads().contains(variable)) {
                return this;
            }
            IrRewriter replace = new IrRewriter() {
                @Override
                public Expression rewrite(Expression expression) {
                    return expression instanceof Read r && r.variable() == variable
                            ? value
                            : rewriteChildren(expression);
                }
            };
            return new Use(replace.rewrite(Block.of(statement)).statements().get(0));
        }
    }
}
