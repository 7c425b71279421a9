package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves declarations to their first use: {@code double xBar = 0.0; ... xBar += e} becomes {@code double xBar = e}. A bar that
 * starts with its first contribution differs from zero plus that contribution only in the sign of a zero.
 */
public final class MergeDeclarations {
    private MergeDeclarations() {}

    /** {@code function} with scalars declared where they are first used. */
    public static Function apply(Function function) {
        return function.withBody(merge(function.body()));
    }

    /** A statement, and the variables that it reads or assigns at any depth. */
    private record Use(Statement statement, Set<Variable> variables) {
        static Use of(Statement statement) {
            Set<Variable> variables = new HashSet<>();
            Walk.statements(Block.of(statement), s -> {
                Place target = Effects.target(s);
                if (target != null) {
                    variables.add(target.root());
                }
                Walk.inputs(s).forEach(e -> variables.addAll(Walk.reads(e)));
            });
            return new Use(statement, variables);
        }
    }

    private static Block merge(Block block) {
        List<Use> uses = new ArrayList<>();
        block.statements().forEach(s -> uses.add(Use.of(s)));
        for (int i = uses.size() - 1; i >= 0; i--) {
            if (uses.get(i).statement() instanceof Declare declare && isPlain(declare)) {
                move(declare, i, uses);
            }
        }
        List<Statement> result = new ArrayList<>();
        for (Use use : uses) {
            result.add(descend(use.statement()));
        }
        return new Block(result);
    }

    private static boolean isPlain(Declare declare) {
        return !declare.variable().type().isArray()
                && (declare.initial() == null || declare.initial() instanceof Literal);
    }

    private static void move(Declare declare, int at, List<Use> uses) {
        int first = at + 1;
        while (first < uses.size() && !uses.get(first).variables().contains(declare.variable())) {
            first++;
        }
        if (first == uses.size()) {
            return;
        }
        Optional<Declare> merged = merge(declare, uses.get(first).statement());
        if (merged.isPresent()) {
            uses.set(first, Use.of(merged.get()));
            uses.remove(at);
        } else {
            uses.add(first, uses.get(at));
            uses.remove(at);
        }
    }

    private static Optional<Declare> merge(Declare declare, Statement use) {
        Read variable = new Read(declare.variable());
        if (use instanceof Assign s && s.target().equals(variable) && !reads(s.value(), variable)) {
            return Optional.of(new Declare(declare.variable(), s.value(), s.origin()));
        }
        if (use instanceof Increment s
                && s.target().equals(variable)
                && declare.initial() instanceof Literal zero
                && zero.is(0.0)
                && !reads(s.value(), variable)) {
            return Optional.of(new Declare(declare.variable(), s.value(), s.origin()));
        }
        return Optional.empty();
    }

    private static boolean reads(Expression expression, Read variable) {
        return Walk.reads(expression).contains(variable.variable());
    }

    private static Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), merge(s.whenTrue()), merge(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(merge(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(merge(s.body()));
        }
        return statement;
    }
}
