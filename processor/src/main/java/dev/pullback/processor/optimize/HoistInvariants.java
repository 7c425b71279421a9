package dev.pullback.processor.optimize;

import dev.pullback.processor.analysis.ArrayLengths;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.IndexOrder;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps array elements that an innermost loop uses in every iteration in local variables. The virtual machine cannot do that
 * where the loop also stores into another array of the type, since it does not know that the arrays are different; here
 * different roots are different arrays, but for the bars of a pullback: whoever calls it with one array for two arguments has one
 * bar for both. A loop that does not run touches no element: where the element might not exist, there is a condition around it.
 */
public final class HoistInvariants {
    private final ArrayRoots roots;
    private final Effects effects;
    private final ArrayLengths lengths;
    private final Set<Variable> shared;
    private final IndexOrder order;
    private final List<Statement> running = new ArrayList<>();

    private HoistInvariants(Function function, Map<Variable, Variable> twins, Set<Variable> shared) {
        this.shared = shared;
        this.roots = new ArrayRoots(function);
        this.effects = new Effects(roots);
        this.lengths = new ArrayLengths(function, roots, twins);
        this.order = new IndexOrder(function, roots);
    }

    /**
     * {@code function} with invariant array elements in local variables.
     *
     * @param twins parameters that have the shape of the parameters they map to
     * @param shared parameters that may be the same array
     */
    public static Function apply(Function function, Map<Variable, Variable> twins, Set<Variable> shared) {
        return function.withBody(new HoistInvariants(function, twins, shared).hoist(function.body()));
    }

    private Block hoist(Block block) {
        List<Statement> out = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof If s) {
                out.add(new If(s.condition(), hoist(s.whenTrue()), hoist(s.whenFalse()), s.origin()));
            } else if (statement instanceof While s) {
                out.add(s.withBody(hoist(s.body())));
            } else if (statement instanceof CountedLoop s && !isInnermost(s)) {
                running.add(s);
                out.add(s.withBody(hoist(s.body())));
                running.remove(running.size() - 1);
            } else if (statement instanceof CountedLoop s) {
                hoist(s, out);
            } else {
                out.add(statement);
            }
        }
        return new Block(out);
    }

    /** Whether nothing inside the loop branches, repeats or leaves it. */
    static boolean isInnermost(CountedLoop loop) {
        return loop.body().statements().stream()
                .allMatch(s -> Walk.blocks(s).isEmpty() && !(s instanceof Perform || s instanceof Throw));
    }

    private void hoist(CountedLoop loop, List<Statement> out) {
        Map<Place, Variable> sums = named(sums(loop));
        Map<Place, Variable> loads = named(loads(loop));
        if (!storesElsewhere(loop, sums.keySet()) || sums.isEmpty() && loads.isEmpty()) {
            out.add(loop);
            return;
        }
        Map<Place, Variable> all = new LinkedHashMap<>(loads);
        all.putAll(sums);
        Block body = useLocals(loop.body(), all);
        Optional<Assign> start = startOfSum(sums.keySet(), out);
        if (start.isPresent()) {
            out.remove(out.size() - 1);
            out.add(new Declare(
                    local(start.get().target(), sums),
                    start.get().value(),
                    start.get().origin()));
            all.remove(start.get().target());
        }
        List<Statement> guarded = new ArrayList<>();
        all.forEach((place, variable) -> guarded.add(new Declare(variable, place, Origin.NONE)));
        guarded.add(loop.withBody(body));
        sums.keySet().stream().filter(all::containsKey).forEach(place -> guarded.add(store(place, sums)));
        if (all.keySet().stream().allMatch(this::exists)) {
            out.addAll(guarded);
        } else {
            Compare.Operator runs = loop.step() > 0 ? Compare.Operator.LESS : Compare.Operator.GREATER;
            out.add(new If(new Compare(runs, loop.from(), loop.to()), new Block(guarded), Block.EMPTY, Origin.NONE));
        }
        start.ifPresent(s -> out.add(store(s.target(), sums)));
    }

    /** Whether the element can be read whether or not the loop runs: loops around it stay below its array's length. */
    private boolean exists(Place place) {
        Variable root = roots.root(place);
        List<Expression> indices = roots.indices(place);
        for (int i = 0; i < indices.size(); i++) {
            if (!order.isWithin(indices.get(i), lengths.of(root, indices.subList(0, i)), running)) {
                return false;
            }
        }
        return true;
    }

    /** The body with local variables for the places, also for those that it has variables of its own for. */
    private Block useLocals(Block body, Map<Place, Variable> locals) {
        Map<Place, Variable> known = new HashMap<>(locals);
        Set<Variable> written = effects.written(body);
        return new IrRewriter() {
            @Override
            protected void rewrite(Statement statement, List<Statement> out) {
                if (statement instanceof Declare copy
                        && copy.initial() instanceof Place place
                        && locals.containsKey(place)
                        && copy.variable().type().equals(place.type())
                        && !written.contains(copy.variable())) {
                    known.put(new Read(copy.variable()), local(place, locals));
                } else {
                    super.rewrite(statement, out);
                }
            }

            @Override
            public Expression rewrite(Expression expression) {
                Variable variable = expression instanceof Place place ? known.get(place) : null;
                return variable == null ? rewriteChildren(expression) : new Read(variable);
            }
        }.rewrite(body);
    }

    private static Statement store(Place place, Map<Place, Variable> locals) {
        return new Assign(place, new Read(local(place, locals)), Origin.NONE);
    }

    private static Variable local(Place place, Map<Place, Variable> locals) {
        return Objects.requireNonNull(locals.get(place), "no local variable for the place");
    }

    /** The assignment just before the loop that gives one of the sums its first value. */
    private static Optional<Assign> startOfSum(Set<Place> sums, List<Statement> before) {
        return before.isEmpty()
                        || !(before.get(before.size() - 1) instanceof Assign assign)
                        || !sums.contains(assign.target())
                ? Optional.empty()
                : Optional.of(assign);
    }

    /** The invariant elements that the loop only adds to. */
    private Set<Place> sums(CountedLoop loop) {
        Set<Place> result = new LinkedHashSet<>();
        for (Statement statement : loop.body().statements()) {
            if (statement instanceof Increment s
                    && s.target() instanceof ArrayRead element
                    && isInvariant(element, loop)
                    && isOnlyAddedTo(element, loop)) {
                result.add(element);
            }
        }
        return result;
    }

    private boolean isOnlyAddedTo(ArrayRead element, CountedLoop loop) {
        Variable root = roots.root(element);
        for (Statement statement : loop.body().statements()) {
            boolean isSum = statement instanceof Increment s && s.target().equals(element);
            Place target = Effects.target(statement);
            if (!isSum && target != null && roots.root(target) == root && !isOtherElement(target, element)) {
                return false;
            }
            List<Expression> inputs = statement instanceof Increment s ? List.of(s.value()) : Walk.inputs(statement);
            if (inputs.stream().anyMatch(e -> effects.reads(e, root))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOtherElement(Place place, ArrayRead element) {
        return isOtherElement(roots.indices(place), roots.indices(element));
    }

    /** Whether two indices are different numbers. */
    private static boolean isOtherElement(List<Expression> indices, List<Expression> others) {
        for (int i = 0; i < Math.min(indices.size(), others.size()); i++) {
            if (indices.get(i) instanceof Literal a && others.get(i) instanceof Literal b && !a.equals(b)) {
                return true;
            }
        }
        return false;
    }

    /** The invariant elements of arrays that the loop does not write, read whenever it runs. */
    private Set<Place> loads(CountedLoop loop) {
        Set<Variable> written = effects.written(loop.body());
        Set<Place> result = new LinkedHashSet<>();
        for (Statement statement : loop.body().statements()) {
            Walk.inputs(statement).forEach(e -> collectLoads(e, loop, written, result));
        }
        return result;
    }

    private void collectLoads(Expression e, CountedLoop loop, Set<Variable> written, Set<Place> result) {
        if (e instanceof Conditional || e instanceof Logical) {
            return;
        }
        if (e instanceof ArrayRead element
                && element.type().isReal()
                && !written.contains(roots.root(element))
                && isInvariant(element, loop)) {
            result.add(element);
            return;
        }
        Walk.operands(e).forEach(operand -> collectLoads(operand, loop, written, result));
    }

    private boolean isInvariant(ArrayRead element, CountedLoop loop) {
        Set<Variable> changing = new LinkedHashSet<>(Walk.declarations(loop.body()));
        changing.add(loop.index());
        Set<Variable> written = effects.written(loop.body());
        boolean indicesStay = roots.indices(element).stream().allMatch(index -> effects.isInvariant(index, written));
        return indicesStay
                && !isShared(roots.root(element), loop)
                && Walk.reads(element).stream().noneMatch(changing::contains);
    }

    /** Whether the loop touches another array that may be this one. */
    private boolean isShared(Variable array, CountedLoop loop) {
        return shared.contains(array)
                && shared.stream()
                        .anyMatch(other -> other != array
                                && loop.body().statements().stream().anyMatch(s -> effects.touches(s, other)));
    }

    /** Whether the loop stores doubles into arrays, apart from the sums. */
    private static boolean storesElsewhere(CountedLoop loop, Set<Place> sums) {
        return loop.body().statements().stream()
                .map(Effects::target)
                .anyMatch(target -> target instanceof ArrayRead && target.type().isReal() && !sums.contains(target));
    }

    private static Map<Place, Variable> named(Set<Place> places) {
        Map<Place, Variable> result = new LinkedHashMap<>();
        for (Place place : places) {
            String name = place.root().name();
            if (((ArrayRead) place).index() instanceof Read index) {
                String suffix = index.variable().name();
                name += suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1);
            } else {
                name += "Element";
            }
            result.put(place, new Variable(name, place.type()));
        }
        return result;
    }
}
