package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import dev.pullback.processor.ir.Zeros;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the declaration of a scalar to where its life begins: into the only loop body or branch that uses it, if it carries
 * no value from one iteration to the next, and onto its first assignment. What is declared inside an iteration is private to
 * it, which is what the loop analyses look for. A declaration that stays without initial value gets a zero.
 */
public final class NarrowDeclarations {
    private NarrowDeclarations() {}

    /** {@code function} with declarations as far inside as they can be. */
    public static Function apply(Function function) {
        return function.withBody(narrow(function.body()));
    }

    private static Block narrow(Block block) {
        List<Statement> statements = new ArrayList<>(block.statements());
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare declare && isMovable(declare)) {
                i += narrow(declare, i, statements);
            }
        }
        List<Statement> result = new ArrayList<>();
        for (Statement statement : statements) {
            result.add(descend(statement));
        }
        return new Block(result);
    }

    private static boolean isMovable(Declare declare) {
        return !declare.variable().type().isArray() && (declare.initial() == null || isPlain(declare.initial()));
    }

    /** An initial value that can be dropped when it is never read. */
    private static boolean isPlain(Expression initial) {
        return initial instanceof Literal
                || initial instanceof Read
                || initial instanceof Call c && c.arguments().isEmpty();
    }

    /** Moves one declaration; returns by how much the position of the next statement changes. */
    private static int narrow(Declare declare, int at, List<Statement> statements) {
        Variable variable = declare.variable();
        List<Integer> users = new ArrayList<>();
        for (int i = at + 1; i < statements.size(); i++) {
            if (mentions(statements.get(i), variable)) {
                users.add(i);
            }
        }
        if (users.isEmpty()) {
            statements.remove(at);
            return -1;
        }
        int first = users.get(0);
        Statement user = statements.get(first);
        if (startsLife(user, variable)) {
            Assign assign = (Assign) user;
            statements.set(first, new Declare(variable, assign.value(), assign.origin()));
            statements.remove(at);
            return -1;
        }
        if (users.size() == 1 && Life.isPrivate(user, variable)) {
            statements.set(first, sink(user, variable));
            statements.remove(at);
            return -1;
        }
        if (declare.initial() == null) {
            statements.set(at, new Declare(variable, Zeros.of(variable.type()), Origin.NONE));
        }
        return 0;
    }

    private static boolean startsLife(Statement user, Variable variable) {
        return user instanceof Assign assign
                && assign.target().equals(new Read(variable))
                && !Walk.reads(assign.value()).contains(variable);
    }

    /** Puts a bare declaration at the start of the block inside {@code user} that uses the variable. */
    private static Statement sink(Statement user, Variable variable) {
        Declare bare = new Declare(variable, null, Origin.NONE);
        if (user instanceof CountedLoop s) {
            return s.withBody(prepend(bare, s.body()));
        } else if (user instanceof While s) {
            return s.withBody(prepend(bare, s.body()));
        }
        If s = (If) user;
        return new If(
                s.condition(),
                mentions(s.whenTrue(), variable) ? prepend(bare, s.whenTrue()) : s.whenTrue(),
                mentions(s.whenFalse(), variable) ? prepend(bare, s.whenFalse()) : s.whenFalse(),
                s.origin());
    }

    private static Block prepend(Statement first, Block block) {
        List<Statement> result = new ArrayList<>();
        result.add(first);
        result.addAll(block.statements());
        return new Block(result);
    }

    private static Statement descend(Statement statement) {
        if (statement instanceof If s) {
            return new If(s.condition(), narrow(s.whenTrue()), narrow(s.whenFalse()), s.origin());
        } else if (statement instanceof CountedLoop s) {
            return s.withBody(narrow(s.body()));
        } else if (statement instanceof While s) {
            return s.withBody(narrow(s.body()));
        }
        return statement;
    }

    static boolean mentions(Block block, Variable variable) {
        return block.statements().stream().anyMatch(s -> mentions(s, variable));
    }

    static boolean mentions(Statement statement, Variable variable) {
        if (statement instanceof Invoke i && i.result() == variable
                || statement instanceof Perform p && p.result() == variable) {
            return true;
        }
        Place target = Effects.target(statement);
        return target != null && target.root() == variable
                || Walk.inputs(statement).stream().anyMatch(e -> Walk.reads(e).contains(variable))
                || Walk.blocks(statement).stream().anyMatch(b -> mentions(b, variable));
    }
}
