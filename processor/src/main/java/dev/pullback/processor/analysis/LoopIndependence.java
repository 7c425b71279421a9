package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether the iterations of a counted loop are independent but for {@code +=} into accumulators. Such a loop can be
 * reversed in any order, and iteration by iteration.
 */
public final class LoopIndependence {

    /**
     * What connects the iterations of an independent loop with the code around it.
     *
     * @param accumulators scalars from outside that the body only increments
     * @param accumulatorArrays arrays from outside that the body only increments
     * @param elementwise arrays from outside of which each iteration touches its own element or row only
     */
    public record Result(Set<Variable> accumulators, Set<Variable> accumulatorArrays, Set<Variable> elementwise) {}

    private final CountedLoop loop;
    private final ArrayRoots roots;
    private final Set<Variable> counters;
    private final Set<Variable> inside;
    private final Set<Variable> accumulators = new HashSet<>();
    private final Set<Variable> accumulatorArrays = new HashSet<>();
    private final Set<Variable> elementwise = new HashSet<>();
    private final Map<Variable, Integer> dimensions = new HashMap<>();
    private boolean independent = true;

    private LoopIndependence(CountedLoop loop, ArrayRoots roots, Set<Variable> counters) {
        this.loop = loop;
        this.roots = roots;
        this.counters = counters;
        this.inside = Walk.declarations(loop.body());
    }

    /** The connections of {@code loop}, or empty when iterations depend on each other. */
    public static Optional<Result> analyze(CountedLoop loop, ArrayRoots roots) {
        return analyze(loop, roots, Set.of());
    }

    /** The connections of {@code loop} apart from {@code counters}, which somebody else takes care of. */
    public static Optional<Result> analyze(CountedLoop loop, ArrayRoots roots, Set<Variable> counters) {
        LoopIndependence analysis = new LoopIndependence(loop, roots, counters);
        Walk.statements(loop.body(), analysis::checkWrite);
        Walk.statements(loop.body(), analysis::checkReads);
        return analysis.independent
                ? Optional.of(new Result(
                        Set.copyOf(analysis.accumulators),
                        Set.copyOf(analysis.accumulatorArrays),
                        Set.copyOf(analysis.elementwise)))
                : Optional.empty();
    }

    private void checkWrite(Statement statement) {
        Place target = Effects.target(statement);
        if (target == null) {
            return;
        }
        Variable root = roots.root(target);
        if (inside.contains(root) || counters.contains(root)) {
            return;
        }
        boolean own = isOwnElement(target, root);
        if (statement instanceof Increment) {
            if (!root.type().isArray()) {
                accumulators.add(root);
            } else if (own && !accumulatorArrays.contains(root)) {
                elementwise.add(root);
            } else {
                accumulatorArrays.add(root);
            }
        } else if (statement instanceof Assign && own) {
            elementwise.add(root);
        } else {
            independent = false;
        }
        if (elementwise.contains(root) && accumulatorArrays.contains(root)) {
            independent = false;
        }
    }

    private void checkReads(Statement statement) {
        roots.evaluated(statement).forEach(this::checkRead);
    }

    private void checkRead(Expression expression) {
        if (expression instanceof Length) {
            return;
        }
        if (expression instanceof Place place) {
            Variable root = roots.root(place);
            if (accumulators.contains(root)
                    || accumulatorArrays.contains(root)
                    || elementwise.contains(root) && !isOwnElement(place, root)) {
                independent = false;
            }
            roots.indices(place).forEach(this::checkRead);
            return;
        }
        Walk.operands(expression).forEach(this::checkRead);
    }

    /**
     * Whether the place is in the part of the array that the loop index selects: in one dimension, the same for all accesses,
     * the index is the loop's. Rows of one matrix are different arrays.
     */
    private boolean isOwnElement(Place place, Variable root) {
        List<Expression> indices = roots.indices(place);
        int dimension = dimensions.computeIfAbsent(root, r -> indices.indexOf(new Read(loop.index())));
        return dimension >= 0
                && dimension < indices.size()
                && indices.get(dimension).equals(new Read(loop.index()));
    }
}
