package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CopyVariables;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Array variables that may name each other's arrays, because one is assigned to another.
 *
 * @param variables the variables; at least one of them is assigned after its declaration
 * @param sources what they are declared with or assigned, other variables of the group and new arrays aside
 * @param hasNewArrays whether one of them is declared with a new array or the result of a call
 * @param assigned the first of them that is assigned, for messages
 */
record ReferenceGroup(Set<Variable> variables, List<Place> sources, boolean hasNewArrays, Variable assigned) {

    /** The first group of a function that has one. */
    static Optional<ReferenceGroup> first(Function function) {
        Set<Variable> references = references(function);
        if (references.isEmpty()) {
            return Optional.empty();
        }
        Set<Variable> variables =
                new LinkedHashSet<>(Set.of(references.iterator().next()));
        boolean[] changed = {true};
        while (changed[0]) {
            changed[0] = false;
            Walk.statements(function.body(), s -> {
                Variable defined = defined(s);
                if (defined != null
                        && references.contains(defined)
                        && source(s) instanceof Read read
                        && references.contains(read.variable())
                        && (variables.contains(defined) || variables.contains(read.variable()))) {
                    changed[0] |= variables.addAll(List.of(defined, read.variable()));
                }
            });
        }
        return Optional.of(group(function, variables));
    }

    /** Whether the variable may mean different arrays. */
    static boolean isReference(Variable variable, Function function) {
        return references(function).contains(variable);
    }

    private static ReferenceGroup group(Function function, Set<Variable> variables) {
        List<Place> sources = new ArrayList<>();
        List<Variable> assigned = new ArrayList<>();
        boolean[] hasNewArrays = {false};
        Walk.statements(function.body(), s -> {
            hasNewArrays[0] |= newArray(s) != null && variables.contains(newArray(s));
            Variable variable = defined(s);
            if (variable == null || !variables.contains(variable)) {
                return;
            }
            if (s instanceof Assign) {
                assigned.add(variable);
            }
            Place source = source(s);
            if (source != null && !(source instanceof Read read && variables.contains(read.variable()))) {
                sources.add(source);
            }
        });
        return new ReferenceGroup(variables, sources, hasNewArrays[0], assigned.get(0));
    }

    /** The array variables that are assigned, those declared with one of them, and names of arrays that one of them gets. */
    private static Set<Variable> references(Function function) {
        Set<Variable> result = assigned(function);
        Set<Variable> names = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && source(s) != null) {
                names.add(d.variable());
            }
        });
        boolean[] changed = {!result.isEmpty()};
        while (changed[0]) {
            changed[0] = false;
            Walk.statements(function.body(), s -> {
                if (s instanceof Declare d && source(s) instanceof Read read && result.contains(read.variable())) {
                    changed[0] |= result.add(d.variable());
                }
                Variable defined = defined(s);
                if (defined != null
                        && result.contains(defined)
                        && source(s) instanceof Read read
                        && names.contains(read.variable())) {
                    changed[0] |= result.add(read.variable());
                }
            });
        }
        return result;
    }

    /** The array variables that are assigned. */
    static Set<Variable> assigned(Function function) {
        Set<Variable> result = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Assign assign
                    && assign.target() instanceof Read r
                    && r.type().isArray()) {
                result.add(r.variable());
            }
        });
        return result;
    }

    /** The array variable that a statement declares or assigns as a whole. */
    static @Nullable Variable defined(Statement statement) {
        if (statement instanceof Declare d && d.variable().type().isArray()) {
            return d.variable();
        } else if (statement instanceof Assign a
                && a.target() instanceof Read r
                && r.type().isArray()) {
            return r.variable();
        }
        return null;
    }

    /** The array variable that a statement declares with a new array or the result of a call. */
    static @Nullable Variable newArray(Statement statement) {
        if (statement instanceof Invoke invoke) {
            return invoke.result();
        }
        boolean isNew = statement instanceof Declare d && d.initial() != null && !(d.initial() instanceof Place);
        return isNew ? defined(statement) : null;
    }

    /** The function in which the group's new arrays have names of their own. */
    Function withNamedArrays(Function function) {
        return function.withBody(
                new IrRewriter() {
                    @Override
                    protected void rewrite(Statement statement, List<Statement> out) {
                        Variable variable = newArray(statement);
                        if (variable == null || !variables.contains(variable)) {
                            super.rewrite(statement, out);
                            return;
                        }
                        Variable array = variable.copy();
                        out.add(
                                statement instanceof Invoke call
                                        ? new Invoke(array, call.callee(), call.arguments(), call.origin())
                                        : new Declare(array, ((Declare) statement).initial(), statement.origin()));
                        out.add(new Declare(variable, new Read(array), Origin.NONE));
                    }
                }.rewrite(function.body()));
    }

    /** The group of the same variables in another function. */
    ReferenceGroup in(Function function) {
        return group(function, variables);
    }

    /** The array that the variable names from this statement on, if it is not a new one. */
    static @Nullable Place source(Statement statement) {
        if (statement instanceof Declare d && d.initial() instanceof Place place) {
            return place;
        }
        return statement instanceof Assign a && a.value() instanceof Place place ? place : null;
    }

    /** The function in which parameters are not assigned: a local variable takes their place. */
    static Function withOwnParameters(Function function) {
        Set<Variable> assigned = assigned(function);
        assigned.retainAll(function.parameters());
        if (assigned.isEmpty()) {
            return function;
        }
        CopyVariables copy = new CopyVariables();
        List<Statement> statements = new ArrayList<>();
        for (Variable parameter : assigned) {
            statements.add(new Declare(copy.fresh(parameter), new Read(parameter), Origin.NONE));
        }
        Substitution substitution = new Substitution();
        assigned.forEach(v -> substitution.replace(v, (Place) copy.rewrite(new Read(v))));
        statements.addAll(substitution.rewrite(function.body()).statements());
        return function.withBody(new Block(statements));
    }

    /** The function without declarations of array variables that nothing is assigned to, and without assignments to themselves. */
    static Function withoutIdleDefinitions(Function function) {
        Set<Variable> assigned = assigned(function);
        return function.withBody(
                new IrRewriter() {
                    @Override
                    protected void rewrite(Statement statement, List<Statement> out) {
                        boolean isBare = statement instanceof Declare d
                                && d.initial() == null
                                && d.variable().type().isArray()
                                && !assigned.contains(d.variable());
                        boolean isIdle = statement instanceof Assign a
                                && a.target().type().isArray()
                                && a.target().equals(a.value());
                        if (!isBare && !isIdle) {
                            super.rewrite(statement, out);
                        }
                    }
                }.rewrite(function.body()));
    }
}
