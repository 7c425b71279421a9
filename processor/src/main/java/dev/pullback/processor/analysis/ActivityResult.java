package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Variable;
import java.util.Set;

/** Which variables carry derivatives. Aliases are looked up by their root. */
public final class ActivityResult {
    private final ArrayRoots roots;
    private final Set<Variable> varied;
    private final Set<Variable> useful;
    private final Set<Variable> active;

    ActivityResult(ArrayRoots roots, Set<Variable> varied, Set<Variable> useful, Set<Variable> active) {
        this.roots = roots;
        this.varied = Set.copyOf(varied);
        this.useful = Set.copyOf(useful);
        this.active = Set.copyOf(active);
    }

    /** Whether the variable's value depends on the independents. */
    public boolean isVaried(Variable variable) {
        return varied.contains(roots.root(variable));
    }

    /** Whether the result depends on the variable's value as a number. */
    public boolean isUseful(Variable variable) {
        return useful.contains(roots.root(variable));
    }

    /** Whether a derivative flows from something that depends on the independents into the value of the expression. */
    public boolean varies(Expression expression) {
        return expression instanceof Place place && place.type().isArray()
                ? isVaried(place.root())
                : ActivityAnalysis.sources(expression).stream().anyMatch(place -> isVaried(place.root()));
    }

    /**
     * Whether something that depends on the independents is passed where the callee is differentiated. If not, no derivative
     * flows through the call, even into a variable that varies for what is assigned to it later.
     */
    public boolean reaches(Invoke call) {
        return ActivityAnalysis.differentiableArguments(call).stream().anyMatch(this::varies);
    }

    /** Whether the variable has an adjoint: it depends on the independents and the result depends on it. */
    public boolean isActive(Variable variable) {
        return active.contains(roots.root(variable));
    }

    /** Whether the place has an adjoint. */
    public boolean isActivePlace(Place place) {
        return isActive(place.root());
    }

    /** Whether a derivative flows from an active place into the value of the expression. */
    public boolean carries(Expression expression) {
        return ActivityAnalysis.sources(expression).stream().anyMatch(place -> isActive(place.root()));
    }
}
