package dev.pullback.processor.analysis;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds casts to integers after which a value that depends on the independents goes on as a number of the result, with steps in
 * the place of its slope. An integer that selects, as index, bound or in a condition, is what such casts are for; neither is
 * anything lost in {@code t - (int) t}, which has the slope of {@code t}.
 */
public final class RoundedValues {
    private final ActivityResult activity;
    private final ArrayRoots roots;

    /** The casts that the values of integer variables come from. */
    private final Map<Variable, Set<Rounding>> casts = new HashMap<>();

    /** A cast of a value that depends on the independents. */
    private record Rounding(Diagnostic loss, Expression operand) {}

    private RoundedValues(Function function, ActivityResult activity) {
        this.activity = activity;
        this.roots = new ArrayRoots(function);
    }

    /** What to warn of in {@code function}. */
    public static Set<Diagnostic> find(Function function, ActivityResult activity) {
        RoundedValues search = new RoundedValues(function, activity);
        int before = -1;
        while (search.size() > before) {
            before = search.size();
            Walk.statements(function.body(), search::spread);
        }
        Set<Diagnostic> found = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> search.check(s, found));
        return found;
    }

    private int size() {
        return casts.values().stream().mapToInt(Set::size).sum();
    }

    private void spread(Statement statement) {
        if (statement instanceof Declare s && s.initial() != null) {
            spread(s.variable(), s.initial());
        } else if (statement instanceof Assign s) {
            spread(s.target().root(), s.value());
        } else if (statement instanceof Increment s) {
            spread(s.target().root(), s.value());
        }
    }

    private void spread(Variable target, Expression value) {
        if (isInteger(value.type())) {
            casts.computeIfAbsent(roots.root(target), v -> new LinkedHashSet<>())
                    .addAll(in(value));
        }
    }

    private void check(Statement statement, Set<Diagnostic> found) {
        if (statement instanceof Return s) {
            s.values().forEach(value -> check(value, found));
        } else if (statement instanceof Declare s && s.initial() != null && activity.isUseful(s.variable())) {
            check(s.initial(), found);
        } else if (statement instanceof Assign s && activity.isUseful(s.target().root())) {
            check(s.value(), found);
        } else if (statement instanceof Increment s
                && activity.isUseful(s.target().root())) {
            check(s.value(), found);
        }
    }

    private void check(Expression value, Set<Diagnostic> found) {
        if (value.type().isReal()) {
            in(value).forEach(rounding -> found.add(rounding.loss()));
        }
    }

    /** The casts whose values go into that of an expression. */
    private Set<Rounding> in(Expression expression) {
        Set<Rounding> found = new LinkedHashSet<>();
        if (expression instanceof Cast cast && cast.loss() != null) {
            if (activity.varies(cast.operand())) {
                found.add(new Rounding(cast.loss(), cast.operand()));
            }
        } else if (expression instanceof Place place) {
            found.addAll(casts.getOrDefault(roots.root(place.root()), Set.of()));
        } else if (expression instanceof Conditional choice) {
            found.addAll(in(choice.whenTrue()));
            found.addAll(in(choice.whenFalse()));
        } else if (expression instanceof Binary difference && difference.operator() == Binary.Operator.SUBTRACT) {
            found.addAll(in(difference.right()));
            found.removeIf(rounding -> rounding.operand().equals(difference.left()));
            found.addAll(in(difference.left()));
        } else if (!(expression instanceof Opaque)) {
            Walk.operands(expression).forEach(operand -> found.addAll(in(operand)));
        }
        return found;
    }

    private static boolean isInteger(IrType type) {
        return type instanceof PrimitiveType primitive && primitive.isNumeric() && !primitive.isReal();
    }
}
