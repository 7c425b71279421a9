package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the elements of a new array are read and written, as far as loop bounds tell: in {@code y[t] = a * y[t - 1]}
 * no element is written after it was read.
 */
public final class ElementOrder {

    /**
     * One read or write of an element, or of everything below it where there are fewer indices than dimensions.
     *
     * @param statement where it stands
     * @param indices the element, from the outermost dimension
     * @param loops the loops around it, from the array's declaration on
     * @param position grows in the order of execution, but for loops
     */
    record Access(Statement statement, List<Expression> indices, List<Statement> loops, int position) {}

    private final ArrayRoots roots;
    private final IndexOrder order;
    private final Variable array;
    private final List<Access> reads = new ArrayList<>();
    private final List<Access> writes = new ArrayList<>();
    private int position;

    private ElementOrder(ArrayRoots roots, IndexOrder order, Variable array, List<Statement> statements) {
        this.roots = roots;
        this.order = order;
        this.array = array;
        collect(statements, List.of());
    }

    /** The order for each new array of {@code function}. */
    public static Map<Variable, ElementOrder> of(Function function, ArrayRoots roots) {
        Map<Variable, ElementOrder> result = new HashMap<>();
        visit(function.body(), roots, new IndexOrder(function, roots), result);
        return result;
    }

    private static void visit(Block block, ArrayRoots roots, IndexOrder order, Map<Variable, ElementOrder> result) {
        List<Statement> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Declare d && d.initial() instanceof NewArray) {
                List<Statement> rest = statements.subList(i + 1, statements.size());
                result.put(d.variable(), new ElementOrder(roots, order, d.variable(), rest));
            }
            Walk.blocks(statements.get(i)).forEach(b -> visit(b, roots, order, result));
        }
    }

    /** Whether no element is overwritten after it was read. */
    public boolean isSettled() {
        return reads.stream().allMatch(read -> writes.stream().noneMatch(write -> mayFollow(read, write)));
    }

    /** Whether no other write of the same element comes before this one. */
    public boolean isFirst(Assign write) {
        return writes.stream()
                .filter(own -> own.statement() == write)
                .allMatch(own -> writes.stream().noneMatch(other -> mayFollow(other, own)));
    }

    /** Whether no other write of the same element comes after this one. */
    public boolean isLast(Assign write) {
        return writes.stream()
                .filter(own -> own.statement() == write)
                .allMatch(own -> writes.stream().noneMatch(other -> mayFollow(own, other)));
    }

    /** Whether {@code later} may touch an element after {@code earlier} did. */
    private boolean mayFollow(Access earlier, Access later) {
        int common = 0;
        while (common < Math.min(earlier.loops().size(), later.loops().size())
                && earlier.loops().get(common) == later.loops().get(common)) {
            common++;
        }
        if (later.position() > earlier.position() && !order.areDistinct(earlier, later, common, false)) {
            return true;
        }
        for (int same = 0; same < common; same++) {
            if (!order.areDistinct(earlier, later, same, true)) {
                return true;
            }
        }
        return false;
    }

    private void collect(List<Statement> statements, List<Statement> loops) {
        for (Statement statement : statements) {
            roots.evaluated(statement).forEach(e -> collectReads(e, statement, loops));
            position++;
            Place target = Effects.target(statement);
            if (target != null && roots.root(target) == array) {
                writes.add(new Access(statement, roots.indices(target), loops, position));
            }
            position++;
            List<Statement> inner = loops;
            if (statement instanceof CountedLoop || statement instanceof While) {
                inner = new ArrayList<>(loops);
                inner.add(statement);
            }
            for (Block block : Walk.blocks(statement)) {
                collect(block.statements(), inner);
            }
        }
    }

    private void collectReads(Expression expression, Statement statement, List<Statement> loops) {
        if (expression instanceof Length length) {
            if (length.array() instanceof Place place) {
                roots.indices(place).forEach(e -> collectReads(e, statement, loops));
            }
        } else if (expression instanceof Place place) {
            if (roots.root(place) == array) {
                reads.add(new Access(statement, roots.indices(place), loops, position));
            }
            roots.indices(place).forEach(e -> collectReads(e, statement, loops));
        } else {
            Walk.operands(expression).forEach(e -> collectReads(e, statement, loops));
        }
    }
}
