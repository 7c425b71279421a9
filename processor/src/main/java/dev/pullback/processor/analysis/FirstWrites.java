package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the assignments that are the first thing to happen to an element of a new array. Nothing comes before them, so
 * nothing asks for the element's adjoint after theirs.
 */
public final class FirstWrites {
    private final ArrayRoots roots;
    private final Effects effects;
    private final Set<Assign> result = Collections.newSetFromMap(new IdentityHashMap<>());

    private FirstWrites(ArrayRoots roots) {
        this.roots = roots;
        this.effects = new Effects(roots);
    }

    /** The first writes of {@code function}, by identity. */
    public static Set<Assign> of(Function function, ArrayRoots roots) {
        FirstWrites analysis = new FirstWrites(roots);
        analysis.visit(function.body());
        return analysis.result;
    }

    private void visit(Block block) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare d && d.initial() instanceof NewArray) {
                List<Statement> rest = statements.subList(i + 1, statements.size());
                find(rest, d.variable(), new ArrayList<>()).ifPresent(result::add);
            }
            Walk.blocks(statements.get(i)).forEach(this::visit);
        }
    }

    private Optional<Assign> find(List<Statement> statements, Variable array, List<Expression> loopIndices) {
        for (Statement statement : statements) {
            if (!effects.touches(statement, array)) {
                continue;
            }
            if (statement instanceof Assign assign && assign.target() instanceof ArrayRead element) {
                boolean isFirst = roots.root(element) == array
                        && !effects.reads(assign.value(), array)
                        && roots.indices(element).containsAll(loopIndices);
                return isFirst ? Optional.of(assign) : Optional.empty();
            }
            if (statement instanceof CountedLoop loop && isElementwise(loop, array)) {
                loopIndices.add(new Read(loop.index()));
                return find(loop.body().statements(), array, loopIndices);
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isElementwise(CountedLoop loop, Variable array) {
        return LoopIndependence.analyze(loop, roots)
                .filter(independence -> independence.elementwise().contains(array))
                .isPresent();
    }
}
