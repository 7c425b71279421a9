package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes the leaves of elements that nobody uses. {@code Body b = bodies[i]} looks up an element of each array that stands for
 * {@code bodies}; all have one length, so that one look-up throws where Java would, and the others are needed for their values only.
 */
final class UnusedLeaves extends IrRewriter {

    private final Set<Variable> unused;

    private UnusedLeaves(Set<Variable> unused) {
        this.unused = unused;
    }

    /** The block without them; {@code elements} are the variables of one element each. */
    static Block remove(Block block, Collection<List<Variable>> elements) {
        if (elements.isEmpty()) {
            return block;
        }
        Set<Variable> used = new HashSet<>(Walk.reads(block));
        Walk.statements(block, statement -> {
            if (statement instanceof Assign assign) {
                used.add(assign.target().root());
            } else if (statement instanceof Increment increment) {
                used.add(increment.target().root());
            }
        });
        Set<Variable> unused = new HashSet<>();
        for (List<Variable> element : elements) {
            List<Variable> rest =
                    element.stream().filter(leaf -> !used.contains(leaf)).toList();
            unused.addAll(rest.size() < element.size() || rest.isEmpty() ? rest : rest.subList(1, rest.size()));
        }
        return new UnusedLeaves(unused).rewrite(block);
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (!(statement instanceof Declare declare) || !unused.contains(declare.variable())) {
            super.rewrite(statement, out);
        }
    }
}
