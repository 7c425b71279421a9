package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimalMethod;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.TapeSlot;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.WorkspaceCalls;
import dev.pullback.processor.transform.FlatVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One direction that a function is differentiated in: the tangents of its variables. */
final class Direction {
    private final String suffix;
    private final ExpressionTangent expressions;
    private final Map<Variable, Variable> dots = new HashMap<>();
    private final Map<TapeSlot, TapeSlot> slots = new HashMap<>();

    /**
     * A direction without tangents so far.
     *
     * @param suffix ends the names of tangents
     */
    Direction(ActivityResult activity, String suffix) {
        this.suffix = suffix;
        this.expressions = new ExpressionTangent(activity, this::dot);
    }

    /** The tangents of expressions. */
    ExpressionTangent expressions() {
        return expressions;
    }

    /** Makes {@code dot} the tangent of a variable. */
    void use(Variable variable, Variable dot) {
        dots.put(variable, dot);
    }

    /** The tangent of a variable. */
    Variable dot(Variable variable) {
        return dots.computeIfAbsent(variable, v -> Variable.temporary(v.name() + suffix, v.type()));
    }

    Place dot(Place place) {
        if (place instanceof ArrayRead element) {
            return new ArrayRead(dot(element.array()), element.index());
        }
        return new Read(dot(((Read) place).variable()));
    }

    /**
     * Makes the entries of an independent in a vector its tangent.
     *
     * @param isOverwritten whether the primal overwrites the independent, so that its tangent changes on the way
     * @return the statements that prepare the tangent
     */
    List<Statement> take(Variable independent, FlatVector vector, boolean isOverwritten, Variable workspace) {
        if (vector.isArgument()) {
            use(independent, vector.variable());
            return isOverwritten ? ownCopy(independent, workspace) : List.of();
        }
        Variable dot = dot(independent);
        return independent.type().isArray()
                ? List.of(
                        new Declare(dot, WorkspaceCalls.zerosLike(workspace, new Read(independent)), Origin.NONE),
                        vector.unpack(independent, dot))
                : List.of(new Declare(dot, Cast.to(dot.type(), vector.entry(independent)), Origin.NONE));
    }

    /** Where tangents are kept for the reverse sweep. */
    TapeSlot slot(TapeSlot slot) {
        return slots.computeIfAbsent(slot, s -> {
            if (s.checkpoints() != null) {
                return TapeSlot.inSnapshot(s.checkpoints(), new Variable(s.name() + suffix, s.type()));
            }
            return s.array() == null
                    ? new TapeSlot(s.name() + suffix, s.type())
                    : new TapeSlot(dot(s.array()), s.type());
        });
    }

    /** Tangents that change with what a method overwrites: copies of those that are given, zeros for other outputs. */
    List<Statement> ownTangents(PrimalMethod method, Set<Variable> overwritten, Variable workspace) {
        List<Statement> statements = new ArrayList<>();
        for (Variable independent : method.independents()) {
            if (overwritten.contains(independent)) {
                statements.addAll(ownCopy(independent, workspace));
            }
        }
        for (Variable output : method.outputs()) {
            if (!method.independents().contains(output)) {
                statements.add(
                        new Declare(dot(output), WorkspaceCalls.zerosLike(workspace, new Read(output)), Origin.NONE));
            }
        }
        return statements;
    }

    /** The caller's tangent stays as it is where the tangent of an overwritten argument changes on the way. */
    List<Statement> ownCopy(Variable independent, Variable workspace) {
        Variable parameter = dot(independent);
        if (!parameter.type().isArray()) {
            return List.of();
        }
        Variable copy = Variable.temporary(parameter.name() + "Now", parameter.type());
        dots.put(independent, copy);
        return List.of(
                new Declare(copy, WorkspaceCalls.zerosLike(workspace, new Read(parameter)), Origin.NONE),
                WorkspaceCalls.copy(parameter, copy));
    }
}
