package dev.pullback.processor.analysis;

import dev.pullback.processor.diagnostics.Diagnostic;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.ObjectType;
import dev.pullback.processor.ir.Opaque;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a derivative would silently get lost: values that depend on an independent and go into code that the
 * representation does not look into, or to a method of another class that is not differentiated with respect to them. Text made of
 * such values is harmless, but not as the argument of code that could make a number of it again.
 */
public final class LostDerivatives {
    private final ActivityResult activity;

    /** Objects that hold values with derivatives. */
    private final Set<Variable> holders = new HashSet<>();

    private LostDerivatives(ActivityResult activity) {
        this.activity = activity;
    }

    /** What to report about {@code function}. */
    public static Set<Diagnostic> find(Function function, ActivityResult activity) {
        LostDerivatives search = new LostDerivatives(activity);
        int before = -1;
        while (search.holders.size() > before) {
            before = search.holders.size();
            Walk.statements(function.body(), search::spread);
        }
        Set<Diagnostic> found = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> {
            Walk.inputs(s).forEach(input -> Walk.expressions(input, e -> search.check(e, found)));
            if (s instanceof Invoke invoke) {
                search.checkArguments(invoke, found);
            }
        });
        return found;
    }

    private void checkArguments(Invoke invoke, Set<Diagnostic> found) {
        invoke.callee().refusals().forEach((position, refusal) -> {
            if (holds(invoke.arguments().get(position))) {
                found.add(refusal);
            }
        });
    }

    private void spread(Statement statement) {
        if (statement instanceof Declare s && s.initial() != null) {
            spread(s.variable(), s.initial());
        } else if (statement instanceof Assign s && s.target() instanceof Read target) {
            spread(target.variable(), s.value());
        } else if (statement instanceof Perform s) {
            spread(s.result(), s.code());
            if (s.code().operands().stream().anyMatch(this::holds)) {
                // An object that is told something may remember it; a string cannot.
                Walk.reads(s.code()).stream()
                        .filter(v -> v.type() instanceof ObjectType && !v.type().equals(ObjectType.STRING))
                        .forEach(holders::add);
            }
        }
    }

    private void spread(@Nullable Variable variable, Expression value) {
        if (variable != null && !variable.type().isDifferentiable() && holds(value)) {
            holders.add(variable);
        }
    }

    private void check(Expression expression, Set<Diagnostic> found) {
        if (expression instanceof Opaque code
                && code.refusal() != null
                && code.operands().stream().anyMatch(this::holds)) {
            found.add(code.refusal());
        }
    }

    /** Whether a value has, or is text with, a derivative in it; verdicts about numbers have none. */
    private boolean holds(Expression expression) {
        if (expression instanceof Opaque code) {
            return !(code.type() instanceof PrimitiveType)
                    && code.operands().stream().anyMatch(this::holds);
        }
        boolean isHolder = expression instanceof Place place && holders.contains(place.root());
        return isHolder || activity.varies(expression);
    }
}
