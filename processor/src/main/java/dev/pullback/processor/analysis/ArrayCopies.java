package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the scalars whose value an array keeps for good: after {@code e[i] = v}, if nothing else writes the array and every
 * iteration writes another element, {@code v} can be read from there in the reverse sweep.
 */
public final class ArrayCopies {
    private final ArrayRoots roots;
    private final Effects effects;
    private final Set<Variable> settled;
    private final Set<Variable> written;
    private final Map<Variable, Integer> writes = new HashMap<>();
    private final Map<Variable, ArrayRead> copies = new HashMap<>();

    private ArrayCopies(Function function, ArrayRoots roots, Set<Variable> settled) {
        this.roots = roots;
        this.effects = new Effects(roots);
        this.settled = settled;
        this.written = effects.written(function.body());
        Walk.statements(function.body(), s -> {
            if (Effects.target(s) instanceof ArrayRead element) {
                writes.merge(roots.root(element), 1, Integer::sum);
            }
        });
        visit(function.body(), List.of());
    }

    /** The array element that keeps the value of each such variable; {@code settled} are the {@link SettledArrays}. */
    public static Map<Variable, ArrayRead> of(Function function, ArrayRoots roots, Set<Variable> settled) {
        return new ArrayCopies(function, roots, settled).copies;
    }

    private void visit(Block block, List<Statement> loops) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Assign assign
                    && assign.target() instanceof ArrayRead element
                    && assign.value() instanceof Read value
                    && isKept(element, value.variable(), loops)) {
                copies.put(value.variable(), element);
            }
            List<Statement> inner = loops;
            if (statement instanceof CountedLoop || statement instanceof While) {
                inner = new ArrayList<>(loops);
                inner.add(statement);
            }
            for (Block b : Walk.blocks(statement)) {
                visit(b, inner);
            }
        }
    }

    private boolean isKept(ArrayRead element, Variable value, List<Statement> loops) {
        Variable root = roots.root(element);
        List<Expression> indices = roots.indices(element);
        return settled.contains(root)
                && !written.contains(value)
                && writes.getOrDefault(root, 0) == 1
                && indices.stream().allMatch(index -> effects.isInvariant(index, written))
                && loops.stream().allMatch(loop -> isToldApart(loop, root, indices));
    }

    /** Whether iterations of the loop write different elements, or different arrays. */
    private static boolean isToldApart(Statement statement, Variable root, List<Expression> indices) {
        if (Walk.blocks(statement).stream().anyMatch(b -> Walk.declarations(b).contains(root))) {
            return true;
        }
        return statement instanceof CountedLoop loop && indices.contains(new Read(loop.index()));
    }
}
