package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.StaticField;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a call of a method means for arrays.
 *
 * @param written the parameters whose elements it may write, also through other names and through callees
 * @param returned the parameter that its result is, or is a row of
 * @param returnsStatic whether its result is a static array
 * @param replacesRows whether it stores arrays into matrices
 * @param resultLength the length of the array that it returns, if that is known
 */
record HelperEffects(
        Set<Integer> written,
        OptionalInt returned,
        boolean returnsStatic,
        boolean replacesRows,
        Optional<KnownLengths.Result> resultLength) {

    /** A method that leaves its arguments alone and returns a scalar or a new array. */
    static final HelperEffects NONE = new HelperEffects(Set.of(), OptionalInt.empty(), false, false, Optional.empty());

    HelperEffects {
        written = Set.copyOf(written);
    }

    /** Whether callers have to do with arrays what they would have to do for the other effects. */
    boolean areLike(HelperEffects other) {
        return withoutLength().equals(other.withoutLength());
    }

    /** The same, of a result of which no length is known. */
    HelperEffects withoutLength() {
        return new HelperEffects(written, returned, returnsStatic, replacesRows, Optional.empty());
    }

    /** The effects of a function; {@code callees} answers the question for the functions it calls. */
    static HelperEffects of(Function function, java.util.function.Function<Callee, HelperEffects> callees) {
        Search search = new Search(callees);
        for (int i = 0; i < function.parameters().size(); i++) {
            search.parameters.put(function.parameters().get(i), i);
        }
        Walk.statements(function.body(), search::name);
        Walk.statements(function.body(), search::visit);
        return new HelperEffects(
                search.written,
                search.returned,
                search.returnsStatic,
                search.replacesRows,
                KnownLengths.result(function, callees));
    }

    private static final class Search {
        private final java.util.function.Function<Callee, HelperEffects> callees;
        private final Map<Variable, Variable> aliases = new HashMap<>();
        private final Map<Variable, Integer> parameters = new HashMap<>();
        private final Set<Variable> statics = new HashSet<>();
        private final Set<Integer> written = new TreeSet<>();
        private OptionalInt returned = OptionalInt.empty();
        private boolean returnsStatic;
        private boolean replacesRows;

        Search(java.util.function.Function<Callee, HelperEffects> callees) {
            this.callees = callees;
        }

        /** Collects the names of arrays; a matrix that gets a row of another one names, in part, the same elements. */
        private void name(Statement statement) {
            if (statement instanceof Declare declare && declare.initial() instanceof Place place) {
                aliases.put(declare.variable(), place.root());
            } else if (statement instanceof Declare declare && declare.initial() instanceof StaticField) {
                statics.add(declare.variable());
            } else if (statement instanceof Invoke invoke) {
                HelperEffects callee = callees.apply(invoke.callee());
                callee.returned().ifPresent(index -> aliases.put(invoke.variable(), argument(invoke, index)));
            } else if (statement instanceof Assign assign
                    && assign.target() instanceof ArrayRead target
                    && assign.value() instanceof Place row
                    && row.type().isArray()) {
                replacesRows = true;
                Variable matrix = root(target.root());
                if (!parameters.containsKey(matrix) && matrix != root(row.root())) {
                    aliases.put(matrix, row.root());
                }
            }
        }

        private void visit(Statement statement) {
            if (statement instanceof Assign assign && assign.target() instanceof ArrayRead target) {
                write(target.root());
            } else if (statement instanceof Increment increment && increment.target() instanceof ArrayRead target) {
                write(target.root());
            } else if (statement instanceof Invoke invoke) {
                call(invoke, callees.apply(invoke.callee()));
            } else if (statement instanceof Return exit) {
                exit.values().forEach(this::result);
            }
        }

        private void result(Expression value) {
            if (value instanceof Place place && place.type().isArray()) {
                Variable root = root(place.root());
                if (parameters.containsKey(root)) {
                    returned = OptionalInt.of(parameters.get(root));
                }
                returnsStatic |= statics.contains(root);
            }
        }

        private void call(Invoke invoke, HelperEffects effects) {
            effects.written().forEach(index -> write(argument(invoke, index)));
            replacesRows |= effects.replacesRows();
            if (effects.returnsStatic()) {
                statics.add(invoke.variable());
            }
        }

        private static Variable argument(Invoke invoke, int index) {
            return ((Place) invoke.arguments().get(index)).root();
        }

        private void write(Variable array) {
            Integer parameter = parameters.get(root(array));
            if (parameter != null) {
                written.add(parameter);
            }
        }

        private Variable root(Variable array) {
            Variable root = array;
            while (aliases.containsKey(root)) {
                root = aliases.get(root);
            }
            return root;
        }
    }
}
