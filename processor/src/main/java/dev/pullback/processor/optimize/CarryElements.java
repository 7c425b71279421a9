package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.IndexOrder;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries elements of a bar that several iterations of an innermost loop add to, like {@code yBar[t]} and {@code yBar[t - 1]},
 * from one iteration to the next in local variables (Callahan, Carr and Kennedy, Improving register allocation for subscripted
 * variables, 1990). Otherwise each iteration waits for its elements to go through memory.
 */
public final class CarryElements {
    private final ArrayRoots roots;
    private final ArrayLengths lengths;
    private final IndexOrder order;
    private final Set<Variable> created = new HashSet<>();

    private CarryElements(Function function, Map<Variable, Variable> twins) {
        this.roots = new ArrayRoots(function);
        this.lengths = new ArrayLengths(function, roots, twins);
        this.order = new IndexOrder(function, roots);
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() instanceof NewArray) {
                created.add(d.variable());
            }
        });
    }

    /**
     * {@code function} with elements carried.
     *
     * @param twins parameters that have the shape of the parameters they map to
     */
    public static Function apply(Function function, Map<Variable, Variable> twins) {
        return function.withBody(new CarryElements(function, twins).carry(function.body(), List.of(), Set.of()));
    }

    /** Carries in all loops of a block, which is inside of {@code loops} and runs only where {@code conditions} hold. */
    private Block carry(Block block, List<Statement> loops, Set<Expression> conditions) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof If s) {
                Set<Expression> inner = new HashSet<>(conditions);
                inner.add(s.condition());
                out.add(new If(
                        s.condition(),
                        carry(s.whenTrue(), loops, inner),
                        carry(s.whenFalse(), loops, conditions),
                        s.origin()));
            } else if (statement instanceof While s) {
                out.add(s.withBody(carry(s.body(), with(loops, s), Set.of())));
            } else if (statement instanceof CountedLoop s && !HoistInvariants.isInnermost(s)) {
                out.add(s.withBody(carry(s.body(), with(loops, s), Set.of())));
            } else if (statement instanceof CountedLoop s) {
                innermost(s, loops, conditions, out);
            } else {
                out.add(statement);
            }
        }
        return new Block(out);
    }

    private static List<Statement> with(List<Statement> loops, Statement loop) {
        List<Statement> result = new ArrayList<>(loops);
        result.add(loop);
        return result;
    }

    private void innermost(CountedLoop loop, List<Statement> loops, Set<Expression> conditions, List<Statement> out) {
        List<Statement> before = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        CountedLoop carried = loop;
        for (Read array : bars(loop)) {
            Optional<ElementWindow> window = ElementWindow.of(array, carried, roots);
            if (window.isPresent() && exist(window.get(), with(loops, loop))) {
                before.addAll(window.get().before());
                carried = window.get().carried();
                after.addAll(window.get().after());
            }
        }
        if (before.isEmpty()) {
            out.add(loop);
            return;
        }
        List<Statement> guarded = new ArrayList<>(before);
        guarded.add(carried);
        guarded.addAll(after);
        Compare.Operator operator = loop.step() > 0 ? Compare.Operator.LESS : Compare.Operator.GREATER;
        Expression runs = new Compare(operator, loop.from(), loop.to());
        if (conditions.contains(runs)) {
            out.addAll(guarded);
        } else {
            out.add(new If(runs, new Block(guarded), Block.EMPTY, Origin.NONE));
        }
    }

    /** The bars of local arrays that the loop adds to: what they hold when something throws is of no interest. */
    private Set<Read> bars(CountedLoop loop) {
        Set<Read> result = new LinkedHashSet<>();
        for (Statement statement : loop.body().statements()) {
            if (Effects.target(statement) instanceof ArrayRead element
                    && element.array() instanceof Read array
                    && array.variable().isTemporary()
                    && element.type().isReal()
                    && created.contains(roots.root(array))) {
                result.add(array);
            }
        }
        return result;
    }

    private boolean exist(ElementWindow window, List<Statement> loops) {
        Expression length = lengths.of(roots.root(window.array()), roots.indices(window.array()));
        return order.isWithin(window.index(window.first()), length, loops)
                && order.isWithin(window.index(window.last()), length, loops);
    }
}
