package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the scalars whose value an array keeps for good: after {@code e[i] = v}, if nothing writes the element again,
 * {@code v} can be read from there in the reverse sweep.
 */
public final class ArrayCopies {
    private final ArrayRoots roots;
    private final Effects effects;
    private final Map<Variable, ElementOrder> orders;
    private final Set<Variable> settled;
    private final Set<Variable> written;
    private final Map<Variable, ArrayRead> copies = new HashMap<>();

    private ArrayCopies(
            Function function, ArrayRoots roots, Map<Variable, ElementOrder> orders, Set<Variable> settled) {
        this.roots = roots;
        this.effects = new Effects(roots);
        this.orders = orders;
        this.settled = settled;
        this.written = effects.written(function.body());
        visit(function.body());
    }

    /** The array element that keeps the value of each such variable; {@code settled} are arrays that are so. */
    public static Map<Variable, ArrayRead> of(
            Function function, ArrayRoots roots, Map<Variable, ElementOrder> orders, Set<Variable> settled) {
        return new ArrayCopies(function, roots, orders, settled).copies;
    }

    /** An assignment in the block of the variable's declaration has run whenever the variable had its value. */
    private void visit(Block block) {
        Set<Variable> declared = new HashSet<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Declare d) {
                declared.add(d.variable());
            } else if (statement instanceof Invoke i && i.result() != null) {
                declared.add(i.variable());
            } else if (statement instanceof Assign assign
                    && assign.target() instanceof ArrayRead element
                    && assign.value() instanceof Read value
                    && declared.contains(value.variable())
                    && isKept(assign, element, value.variable())) {
                copies.put(value.variable(), element);
            }
            Walk.blocks(statement).forEach(this::visit);
        }
    }

    private boolean isKept(Assign assign, ArrayRead element, Variable value) {
        Variable root = roots.root(element);
        ElementOrder order = orders.get(root);
        return settled.contains(root)
                && order != null
                && !written.contains(value)
                && order.isLast(assign)
                && roots.indices(element).stream().allMatch(index -> effects.isInvariant(index, written));
    }
}
