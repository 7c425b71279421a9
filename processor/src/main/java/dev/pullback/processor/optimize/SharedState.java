package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
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
import java.util.Set;

/** The scalars that the parts of a cut function share: one array per type, one element per variable. */
final class SharedState {
    private final Map<PrimitiveType, Variable> arrays = new LinkedHashMap<>();
    private final Map<PrimitiveType, Integer> sizes = new HashMap<>();
    private final Map<Variable, Place> homes = new HashMap<>();

    /** The function's body with the scalars among {@code candidates}, and parameters it changes, moved to shared state. */
    Block share(Function function, Set<Variable> candidates) {
        Set<Variable> crossing = new LinkedHashSet<>(candidates);
        Walk.statements(function.body(), s -> {
            if (Effects.target(s) instanceof Read r && function.parameters().contains(r.variable())) {
                crossing.add(r.variable());
            }
        });
        // A parameter is a copy already; one that a part changes starts from it.
        List<Statement> start = new ArrayList<>();
        for (Variable variable : crossing) {
            if (variable.type() instanceof PrimitiveType type) {
                homes.put(variable, home(type));
                if (function.parameters().contains(variable)) {
                    start.add(new Assign(homes.get(variable), new Read(variable), Origin.NONE));
                }
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
    static List<Variable> free(List<Statement> statements) {
        Block block = new Block(statements);
        Set<Variable> used = new LinkedHashSet<>(Walk.reads(block));
        Walk.statements(block, s -> {
            Place target = Effects.target(s);
            if (target != null) {
                used.addAll(Walk.reads(target));
            }
        });
        used.removeAll(Walk.declarations(block));
        return new ArrayList<>(used);
    }

    private Place home(PrimitiveType type) {
        Variable array = arrays.computeIfAbsent(type, t -> new Variable(t + "State", new ArrayType(t)));
        int index = sizes.merge(type, 1, Integer::sum) - 1;
        return new ArrayRead(new Read(array), Literal.of(index));
    }

    private final class MoveVariables extends IrRewriter {
        @Override
        protected void rewrite(Statement statement, List<Statement> out) {
            Place home = statement instanceof Declare d ? homes.get(d.variable()) : null;
            if (statement instanceof Perform p && p.result() != null && homes.containsKey(p.variable())) {
                Variable own = p.variable().copy();
                out.add(p.with(own, (Opaque) rewriteChildren(p.code())));
                out.add(new Assign(homes.get(p.variable()), new Read(own), p.origin()));
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
