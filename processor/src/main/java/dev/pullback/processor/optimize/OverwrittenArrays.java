package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ElementAccess;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the new arrays of which every element is assigned before any is read: they need not start as zeros. */
final class OverwrittenArrays {
    private final ArrayRoots roots;
    private final Effects effects;
    private final ArrayLengths lengths;
    private final Set<Declare> result = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Declare> zeroed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** For code whose aliases are {@code roots}. */
    OverwrittenArrays(ArrayRoots roots, ArrayLengths lengths) {
        this.roots = roots;
        this.effects = new Effects(roots);
        this.lengths = lengths;
    }

    /** The declarations of such arrays, by identity; both sweeps may hold one, and then it is such an array in both. */
    static Set<Declare> of(Function function) {
        ArrayRoots roots = new ArrayRoots(function);
        OverwrittenArrays analysis = new OverwrittenArrays(roots, new ArrayLengths(function, roots, Map.of()));
        analysis.visit(function.body());
        analysis.result.removeAll(analysis.zeroed);
        return analysis.result;
    }

    private void visit(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare d
                    && d.initial() instanceof NewArray array
                    && array.type().scalar() == PrimitiveType.DOUBLE
                    && array.isWhole()
                    && !array.isJagged()) {
                boolean isOverwritten =
                        isOverwritten(statements.subList(i + 1, statements.size()), d.variable(), List.of());
                (isOverwritten ? result : zeroed).add(d);
            }
            Walk.blocks(statements.get(i)).forEach(this::visit);
        }
    }

    /**
     * Whether the first statement that touches an element of {@code array[indices]} starts loops over all of them, each
     * iteration assigning one and touching no other. A loop that does so in each of its iterations may be around them if
     * nothing else touches the array.
     */
    boolean isOverwritten(List<Statement> statements, Variable array, List<Expression> indices) {
        for (Statement statement : statements) {
            if (!effects.touches(statement, array)) {
                continue;
            }
            if (indices.size() == ((ArrayType) array.type()).rank()) {
                return statement instanceof Assign assign
                        && assign.target() instanceof ArrayRead element
                        && roots.root(element) == array
                        && roots.indices(element).equals(indices)
                        && !effects.reads(assign.value(), array);
            }
            if (!(statement instanceof CountedLoop loop)) {
                return false;
            }
            if (!lengths.covers(loop, array, indices)) {
                return indices.isEmpty()
                        && isOnlyUser(statement, statements, array)
                        && isOverwritten(loop.body().statements(), array, indices);
            }
            List<Expression> inner = new ArrayList<>(indices);
            inner.add(new Read(loop.index()));
            return new ElementAccess(roots, array).isBelow(inner, loop.body())
                    && isOverwritten(loop.body().statements(), array, inner);
        }
        return false;
    }

    private boolean isOnlyUser(Statement user, List<Statement> statements, Variable array) {
        return statements.stream().noneMatch(s -> s != user && effects.touches(s, array));
    }
}
