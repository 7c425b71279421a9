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
import java.util.List;
import java.util.Optional;

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

    private static Block merge(Block block) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (statements.get(i) instanceof Declare declare && isPlain(declare)) {
                move(declare, i, statements);
            }
        }
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            result.add(descend(statement));
        }
        return new Block(result);
    }

    private static boolean isPlain(Declare declare) {
        return !declare.variable().type().isArray()
                && (declare.initial() == null || declare.initial() instanceof Literal);
    }

    private static void move(Declare declare, int at, List<Statement> statements) {
        Variable variable = declare.variable();
        int first = at + 1;
        while (first < statements.size() && !mentions(statements.get(first), variable)) {
            first++;
        }
        if (first == statements.size()) {
            return;
        }
        Optional<Declare> merged = merge(declare, statements.get(first));
        if (merged.isPresent()) {
            statements.set(first, merged.get());
            statements.remove(at);
        } else {
            statements.add(first, declare);
            statements.remove(at);
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

    private static boolean mentions(Statement statement, Variable variable) {
        Place target = Effects.target(statement);
        return target != null && target.root() == variable
                || Walk.inputs(statement).stream().anyMatch(e -> Walk.reads(e).contains(variable))
                || Walk.blocks(statement).stream()
                        .flatMap(b -> b.statements().stream())
                        .anyMatch(s -> mentions(s, variable));
    }
}
