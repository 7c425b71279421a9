package dev.pullback.processor.codegen;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.HiddenField;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Java names of the variables of one function: the wished name where that is free, else with a suffix.
 *
 * <p>Two variables may share a name when their scopes are disjoint (two loops both count {@code i}); a variable that is
 * declared in several disjoint scopes keeps one name in all of them. Parameters choose first, then locals in the order of
 * their first declaration, so the result is deterministic.
 */
final class GeneratedNames {

    /** From a declaration to the end of its block, in statement numbers. */
    private record Scope(int first, int last) {
        private boolean overlaps(Scope other) {
            return first <= other.last && other.first <= last;
        }
    }

    private final Map<Variable, List<Scope>> scopes = new LinkedHashMap<>();
    private final Map<Variable, String> names = new HashMap<>();
    private final HiddenFieldReaders readers;
    private int position;

    private GeneratedNames(HiddenFieldReaders readers) {
        this.readers = readers;
    }

    /**
     * Names the variables of a function.
     *
     * @param function the function
     * @param reserved simple names of classes in use, which a variable would obscure
     */
    static GeneratedNames of(Function function, Set<String> reserved) {
        return of(function, reserved, HiddenFieldReaders.NONE);
    }

    /** The same for a function that reads private fields. */
    static GeneratedNames of(Function function, Set<String> reserved, HiddenFieldReaders readers) {
        GeneratedNames result = new GeneratedNames(readers);
        Scope everywhere = new Scope(0, Integer.MAX_VALUE);
        function.parameters().forEach(parameter -> result.scopes.put(parameter, new ArrayList<>(List.of(everywhere))));
        result.findScopes(function.body());
        result.assignNames(reserved);
        return result;
    }

    /** The name of a variable of the function. */
    String of(Variable variable) {
        String name = names.get(variable);
        if (name == null) {
            throw new IllegalStateException("not declared: " + variable);
        }
        return name;
    }

    /** The name of the method that reads a private field. */
    String reader(HiddenField field) {
        return readers.name(field);
    }

    private void findScopes(Block block) {
        List<Variable> declared = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Statement statement : block.statements()) {
            int start = ++position;
            if (statement instanceof Declare declare) {
                declared.add(declare.variable());
                starts.add(start);
            } else if (statement instanceof Invoke invoke && invoke.result() != null) {
                declared.add(invoke.variable());
                starts.add(start);
            } else if (statement instanceof Perform perform && perform.result() != null) {
                declared.add(perform.variable());
                starts.add(start);
            }
            Walk.blocks(statement).forEach(this::findScopes);
            if (statement instanceof CountedLoop loop) {
                add(loop.index(), new Scope(start, position));
            }
        }
        for (int i = 0; i < declared.size(); i++) {
            add(declared.get(i), new Scope(starts.get(i), position));
        }
    }

    private void add(Variable variable, Scope scope) {
        scopes.computeIfAbsent(variable, key -> new ArrayList<>()).add(scope);
    }

    private void assignNames(Set<String> reserved) {
        List<Variable> order = new ArrayList<>(scopes.keySet());
        // Blocks register their variables when they end; parameters start at 0 and sort first, in declared order.
        order.sort(Comparator.comparingInt(this::firstPosition));
        Map<String, List<Scope>> used = new HashMap<>();
        for (Variable variable : order) {
            List<Scope> own = scopes.getOrDefault(variable, List.of());
            String name = NameScope.firstFree(
                    variable.name(),
                    candidate -> reserved.contains(candidate) || overlap(used.getOrDefault(candidate, List.of()), own));
            names.put(variable, name);
            used.computeIfAbsent(name, key -> new ArrayList<>()).addAll(own);
        }
    }

    private int firstPosition(Variable variable) {
        return scopes.getOrDefault(variable, List.of()).stream()
                .mapToInt(Scope::first)
                .min()
                .orElseThrow();
    }

    private static boolean overlap(List<Scope> some, List<Scope> others) {
        return some.stream().anyMatch(scope -> others.stream().anyMatch(scope::overlaps));
    }
}
