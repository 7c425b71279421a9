package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the statements of a function do with arrays, through whatever name: which it writes, returns, or passes on. */
final class ArrayUses {
    private final java.util.function.Function<Callee, HelperEffects> effects;
    private final Map<Variable, Set<Variable>> names = new HashMap<>();
    private final Set<Variable> written = new HashSet<>();
    private final Set<Variable> writtenByName = new HashSet<>();
    private final Set<Variable> returned = new HashSet<>();
    private final Set<Variable> calledAgain = new HashSet<>();
    private final Set<Variable> stored = new HashSet<>();

    ArrayUses(Function function, java.util.function.Function<Callee, HelperEffects> effects) {
        this.effects = effects;
        Walk.statements(function.body(), this::collectNames);
        Walk.statements(function.body(), this::collectUses);
    }

    /** Whether an element of the array that the variable names may be written. */
    boolean isWritten(Variable array) {
        return roots(array).stream().anyMatch(written::contains);
    }

    /** Whether an element is written under this very name. */
    boolean isWrittenByName(Variable array) {
        return writtenByName.contains(array);
    }

    /** Whether the array may be the function's result. */
    boolean isReturned(Variable array) {
        return roots(array).stream().anyMatch(returned::contains);
    }

    /** Whether a call gives the array that it was passed another name. */
    boolean isRenamedByCall(Variable array) {
        return roots(array).stream().anyMatch(calledAgain::contains);
    }

    /** Whether statements write an element under a name that is taken from this one, or from a matrix that it is stored into. */
    boolean isWrittenThrough(Variable array, List<Statement> statements) {
        boolean[] result = {false};
        Walk.statements(
                new Block(statements),
                s -> result[0] |=
                        writtenNames(s).stream().anyMatch(name -> roots(name).contains(array)));
        return result[0];
    }

    /** Whether the array becomes a row of a matrix, and goes by that name, too. */
    boolean isStored(Variable array) {
        return stored.contains(array)
                || stored.stream().anyMatch(row -> roots(row).contains(array));
    }

    /** The variables whose arrays a variable may name: itself and, step by step, what it was declared with or assigned. */
    Set<Variable> roots(Variable array) {
        Set<Variable> result = new LinkedHashSet<>();
        addRoots(array, result);
        return result;
    }

    private void addRoots(Variable array, Set<Variable> result) {
        if (result.add(array)) {
            names.getOrDefault(array, Set.of()).forEach(next -> addRoots(next, result));
        }
    }

    private void collectNames(Statement statement) {
        Variable variable = ReferenceGroup.defined(statement);
        Place source = ReferenceGroup.source(statement);
        if (variable != null && source != null) {
            names.computeIfAbsent(variable, v -> new LinkedHashSet<>()).add(source.root());
        } else if (statement instanceof Assign assign
                && assign.target() instanceof ArrayRead target
                && assign.value() instanceof Place row
                && row.type().isArray()) {
            names.computeIfAbsent(target.root(), v -> new LinkedHashSet<>()).add(row.root());
            stored.add(row.root());
        } else if (statement instanceof Invoke invoke) {
            effects.apply(invoke.callee()).returned().ifPresent(index -> {
                Variable argument = argument(invoke, index);
                names.computeIfAbsent(invoke.variable(), v -> new LinkedHashSet<>())
                        .add(argument);
                calledAgain.addAll(roots(argument));
            });
        }
    }

    private void collectUses(Statement statement) {
        for (Variable array : writtenNames(statement)) {
            writtenByName.add(array);
            written.addAll(roots(array));
        }
        if (statement instanceof Return exit) {
            exit.values().stream()
                    .filter(value -> value instanceof Place && value.type().isArray())
                    .forEach(value -> returned.addAll(roots(((Place) value).root())));
        }
    }

    /** The names by which a statement writes elements; storing a row writes none. */
    private List<Variable> writtenNames(Statement statement) {
        if (statement instanceof Assign assign
                && assign.target() instanceof ArrayRead target
                && !target.type().isArray()) {
            return List.of(target.root());
        } else if (statement instanceof Increment increment && increment.target() instanceof ArrayRead target) {
            return List.of(target.root());
        } else if (statement instanceof Invoke invoke) {
            return effects.apply(invoke.callee()).written().stream()
                    .map(index -> argument(invoke, index))
                    .toList();
        }
        return List.of();
    }

    private static Variable argument(Invoke invoke, int index) {
        return ((Place) invoke.arguments().get(index)).root();
    }
}
