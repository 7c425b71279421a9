package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the local arrays that are first written and then only read. Their values are still there when the reverse sweep comes,
 * so nothing of them has to be saved.
 */
public final class SettledArrays {
    private final ArrayRoots roots;
    private final Set<Variable> settled = new HashSet<>();

    private SettledArrays(ArrayRoots roots) {
        this.roots = roots;
    }

    /** The settled arrays of {@code function}. */
    public static Set<Variable> of(Function function, ArrayRoots roots) {
        SettledArrays analysis = new SettledArrays(roots);
        analysis.visit(function.body());
        return analysis.settled;
    }

    private void visit(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare d
                    && d.initial() instanceof NewArray
                    && isSettled(statements.subList(i + 1, statements.size()), d.variable())) {
                settled.add(d.variable());
            }
            Walk.blocks(statements.get(i)).forEach(this::visit);
        }
    }

    /** Whether no statement writes the array after another one has read it. */
    private boolean isSettled(List<Statement> statements, Variable array) {
        boolean read = false;
        for (Statement statement : statements) {
            boolean reads = reads(statement, array);
            boolean writes = writes(statement, array);
            if (writes && read || writes && reads && !isSettledInside(statement, array)) {
                return false;
            }
            read |= reads;
        }
        return true;
    }

    /** A loop whose iterations keep to their own elements may do in each what the whole may not do. */
    private boolean isSettledInside(Statement statement, Variable array) {
        return statement instanceof CountedLoop loop
                && LoopIndependence.analyze(loop, roots)
                        .filter(result -> result.elementwise().contains(array))
                        .isPresent()
                && isSettled(loop.body().statements(), array);
    }

    private boolean writes(Statement statement, Variable array) {
        return new Effects(roots).written(Block.of(statement)).contains(array);
    }

    private boolean reads(Statement statement, Variable array) {
        boolean[] result = {false};
        Walk.statements(Block.of(statement), s -> result[0] |= readsHere(s, array));
        return result[0];
    }

    private boolean readsHere(Statement statement, Variable array) {
        if (statement instanceof Declare d && roots.isAlias(d.variable())) {
            return roots.indices((Place) d.value()).stream().anyMatch(e -> isValueOf(e, array));
        } else if (statement instanceof Increment s) {
            return isValueOf(s.value(), array) || isIndexOf(s.target(), array);
        } else if (statement instanceof Assign s) {
            return isValueOf(s.value(), array) || isIndexOf(s.target(), array);
        }
        return Walk.inputs(statement).stream().anyMatch(e -> isValueOf(e, array));
    }

    private boolean isIndexOf(Place place, Variable array) {
        return roots.indices(place).stream().anyMatch(e -> isValueOf(e, array));
    }

    private boolean isValueOf(Expression expression, Variable array) {
        if (expression instanceof Length) {
            return false;
        }
        boolean here = expression instanceof Place place && roots.root(place) == array;
        return here || Walk.operands(expression).stream().anyMatch(e -> isValueOf(e, array));
    }
}
