package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables that the parts of a cut function share: one array per type, one element per variable. */
final class SharedState {
    private final Map<IrType, Variable> arrays = new LinkedHashMap<>();
    private final Map<IrType, Integer> sizes = new HashMap<>();
    private final Map<Variable, Place> homes = new HashMap<>();

    /** The function's body with the variables moved to shared state. */
    Block share(Function function, Set<Variable> variables) {
        // A parameter is a copy already; one that a part changes starts from it.
        List<Statement> start = new ArrayList<>();
        for (Variable variable : variables) {
            homes.put(variable, home(variable.type()));
            if (function.parameters().contains(variable)) {
                start.add(new Assign(homes.get(variable), new Read(variable), Origin.NONE));
            }
        }
        start.addAll(new MoveVariables().rewrite(function.body()).statements());
        return new Block(start);
    }

    /** The declarations of the shared arrays. */
    List<Statement> declarations() {
        List<Statement> result = new ArrayList<>();
        arrays.forEach((type, array) -> result.add(new Declare(
                array,
                new NewArray(new ArrayType(type), List.of(Literal.of(sizes.getOrDefault(type, 0)))),
                Origin.NONE)));
        return result;
    }

    /** The variables that {@code statements} use and do not declare. */
    static Set<Variable> free(List<Statement> statements) {
        Set<Variable> result = used(statements);
        result.removeAll(Walk.declarations(new Block(statements)));
        return result;
    }

    /** The variables that {@code statements} read or assign, at any depth. */
    static Set<Variable> used(List<Statement> statements) {
        Block block = new Block(statements);
        Set<Variable> result = new LinkedHashSet<>(Walk.reads(block));
        Walk.statements(block, s -> {
            Place target = Effects.target(s);
            if (target != null) {
                result.addAll(Walk.reads(target));
            }
        });
        return result;
    }

    /** The variable that the rest of the block gets from a statement, if any. */
    static Optional<Variable> declared(Statement statement) {
        if (statement instanceof Declare d) {
            return Optional.of(d.variable());
        }
        return statement instanceof Perform p ? Optional.ofNullable(p.result()) : Optional.empty();
    }

    private Place home(IrType type) {
        Variable array = arrays.computeIfAbsent(type, t -> new Variable(name(t) + "State", new ArrayType(t)));
        int index = sizes.merge(type, 1, Integer::sum) - 1;
        return new ArrayRead(new Read(array), Literal.of(index));
    }

    private static String name(IrType type) {
        return type instanceof ArrayType array ? name(array.element()) + "Array" : type.toString();
    }

    private final class MoveVariables extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            Place home = statement instanceof Declare d ? homes.get(d.variable()) : null;
            if (statement instanceof Perform p && p.result() != null && homes.containsKey(p.variable())) {
                out.add(new Assign(
                        homes.get(p.variable()),
                        ((Opaque) rewriteChildren(p.code())).as(p.variable().type()),
                        p.origin()));
            } else if (statement instanceof CountedLoop loop && homes.containsKey(loop.index())) {
                // The same variable is declared elsewhere, too; a loop counts in one of its own.
                Place other = homes.remove(loop.index());
                super.rewrite(statement, out);
                homes.put(loop.index(), other);
            } else if (home == null) {
                super.rewrite(statement, out);
            } else if (((Declare) statement).initial() != null) {
                out.add(new Assign(home, rewrite(((Declare) statement).value()), statement.origin()));
            }
        }

        @Override
        public Expression rewrite(Expression expression) {
            if (expression instanceof Read read) {
                return homes.getOrDefault(read.variable(), read);
            }
            return rewriteChildren(expression);
        }
    }
}
