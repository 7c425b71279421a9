package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
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
import java.util.Set;

/** Finds the new arrays of which every element is assigned before any is read: they need not start as zeros. */
final class OverwrittenArrays {
    private final ArrayRoots roots;
    private final Effects effects;
    private final Set<Declare> result = Collections.newSetFromMap(new IdentityHashMap<>());

    private OverwrittenArrays(ArrayRoots roots) {
        this.roots = roots;
        this.effects = new Effects(roots);
    }

    /** The declarations of such arrays, by identity. */
    static Set<Declare> of(Function function) {
        OverwrittenArrays analysis = new OverwrittenArrays(new ArrayRoots(function));
        analysis.visit(function.body());
        return analysis.result;
    }

    private void visit(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare d
                    && d.initial() instanceof NewArray array
                    && array.type().scalar() == PrimitiveType.DOUBLE
                    && array.dimensions().size() == array.type().rank()
                    && isOverwritten(
                            statements.subList(i + 1, statements.size()),
                            d.variable(),
                            array.dimensions(),
                            List.of())) {
                result.add(d);
            }
            Walk.blocks(statements.get(i)).forEach(this::visit);
        }
    }

    /** Whether the first statement that touches an element starts loops over all of them, each assigning one. */
    private boolean isOverwritten(
            List<Statement> statements, Variable array, List<Expression> dimensions, List<Expression> indices) {
        for (Statement statement : statements) {
            if (!effects.touches(statement, array)) {
                continue;
            }
            if (dimensions.isEmpty()) {
                return statement instanceof Assign assign
                        && assign.target() instanceof ArrayRead element
                        && roots.root(element) == array
                        && roots.indices(element).equals(indices)
                        && !effects.reads(assign.value(), array);
            }
            if (!(statement instanceof CountedLoop loop) || !covers(loop, dimensions.get(0))) {
                return false;
            }
            List<Expression> inner = new ArrayList<>(indices);
            inner.add(new Read(loop.index()));
            return isOverwritten(loop.body().statements(), array, dimensions.subList(1, dimensions.size()), inner);
        }
        return false;
    }

    private static boolean covers(CountedLoop loop, Expression length) {
        boolean up = loop.step() == 1
                && loop.from().equals(Literal.of(0))
                && loop.to().equals(length);
        boolean down = loop.step() == -1
                && loop.from().equals(LoopHeader.plus(length, -1))
                && loop.to().equals(Literal.of(-1));
        return up || down;
    }
}
