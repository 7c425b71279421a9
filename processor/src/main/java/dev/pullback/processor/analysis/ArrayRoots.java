package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which array a variable stands for. A local array variable is either new or an alias of (a row of) another one for its
 * whole life, so following the declarations gives the root: a parameter or an allocation.
 */
public final class ArrayRoots {
    private final Map<Variable, Place> aliases = new HashMap<>();

    /** Collects the aliases that {@code function} declares. */
    public ArrayRoots(Function function) {
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.variable().type().isArray() && d.initial() instanceof Place place) {
                aliases.put(d.variable(), place);
            }
        });
    }

    /** Whether the variable only names (a row of) another array. */
    public boolean isAlias(Variable variable) {
        return aliases.containsKey(variable);
    }

    /** The place that an alias names. */
    public Place aliased(Variable variable) {
        return Objects.requireNonNull(aliases.get(variable), "not an alias");
    }

    /** The parameter or allocation behind a variable; a scalar is its own root. */
    public Variable root(Variable variable) {
        Place place = aliases.get(variable);
        return place == null ? variable : root(place.root());
    }

    /** The root behind a place. */
    public Variable root(Place place) {
        return root(place.root());
    }

    /** The indices by which a place is reached from its root, outermost dimension first. */
    public List<Expression> indices(Place place) {
        Deque<Expression> result = new ArrayDeque<>();
        Place current = place;
        while (true) {
            if (current instanceof ArrayRead element) {
                result.addFirst(element.index());
                current = element.array();
            } else {
                Place alias = aliases.get(((Read) current).variable());
                if (alias == null) {
                    return new ArrayList<>(result);
                }
                current = alias;
            }
        }
    }

    /** What a statement evaluates: of an element that it assigns the indices only, and no array that it only names. */
    public List<Expression> evaluated(Statement statement) {
        List<Expression> result = new ArrayList<>();
        if (statement instanceof Assign s) {
            result.addAll(indices(s.target()));
            result.add(s.value());
        } else if (statement instanceof Increment s) {
            result.addAll(indices(s.target()));
            result.add(s.value());
        } else if (statement instanceof Declare d && isAlias(d.variable())) {
            result.addAll(indices((Place) d.value()));
        } else {
            result.addAll(Walk.inputs(statement));
        }
        return result;
    }
}
