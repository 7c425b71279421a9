package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The lengths of the arrays of a group of variables that take each other's.
 *
 * @param areChecked whether they are taken to be the same, which is checked when the code runs
 * @param bare for a variable that is declared without a value, one that has an array there
 */
record OwnLengths(boolean areChecked, Map<Variable, Variable> bare) {

    /** What is known of the lengths; nothing if they may differ. */
    static Optional<OwnLengths> of(
            Function function, ReferenceGroup group, java.util.function.Function<Callee, HelperEffects> effects) {
        List<Statement> definitions = new ArrayList<>();
        Walk.statements(function.body(), s -> {
            if (group.variables().contains(ArrayLives.defined(s))) {
                definitions.add(s);
            }
        });
        Map<Variable, Variable> bare = new HashMap<>();
        for (Statement statement : definitions) {
            if (statement instanceof Declare declare && declare.initial() == null) {
                Optional<Variable> like = KnownLengths.declaredBefore(statement, function).stream()
                        .filter(v -> group.variables().contains(v) && !bare.containsKey(v))
                        .min((a, b) -> a.name().compareTo(b.name()));
                if (like.isEmpty()) {
                    return Optional.empty();
                }
                bare.put(declare.variable(), like.get());
            } else if (ReferenceGroup.source(statement) == null && !makes(statement, effects)) {
                return Optional.empty();
            }
        }
        boolean areVectors = ((ArrayType) group.assigned().type()).rank() == 1;
        Optional<Boolean> areChecked =
                areVectors ? areChecked(function, group, definitions, effects) : Optional.of(true);
        return areChecked.map(checked -> new OwnLengths(checked, bare));
    }

    /** Whether a statement gives a variable a new array. */
    static boolean makes(Statement statement, java.util.function.Function<Callee, HelperEffects> effects) {
        if (statement instanceof Invoke call) {
            HelperEffects callee = effects.apply(call.callee());
            return callee.returned().isEmpty() && !callee.returnsStatic();
        }
        return statement instanceof Declare declare && declare.initial() instanceof NewArray;
    }

    private static Optional<Boolean> areChecked(
            Function function,
            ReferenceGroup group,
            List<Statement> definitions,
            java.util.function.Function<Callee, HelperEffects> effects) {
        List<Variable> moved = List.copyOf(group.variables());
        Set<Variable> fixed = KnownLengths.declaredBefore(definitions.get(0), function);
        KnownLengths known = new KnownLengths(function, effects, fixed, moved);
        Expression before = new Length(new Read(moved.get(0)));
        Set<Expression> lengths = new LinkedHashSet<>();
        boolean areOthers = false;
        for (Statement definition : definitions) {
            if (definition instanceof Declare declare && declare.initial() == null) {
                continue;
            }
            Optional<Expression> length = known.ofDefined(definition);
            if (length.isEmpty() && !known.dependsOnOthers()) {
                return Optional.empty();
            }
            areOthers |= length.isEmpty();
            length.filter(l -> !l.equals(before)).ifPresent(lengths::add);
        }
        boolean areArguments = lengths.stream()
                .allMatch(l -> l instanceof Length size
                        && size.array() instanceof Read read
                        && function.parameters().contains(read.variable()));
        return lengths.size() <= 1 || areArguments ? Optional.of(areOthers || lengths.size() > 1) : Optional.empty();
    }

    /** A variable whose array is as long as that of one that has none yet. */
    Variable like(Variable variable) {
        return Objects.requireNonNull(bare.get(variable), "declared with a value");
    }
}
