package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Invoke;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Return;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What statements may change: variables, and elements of arrays by their scalar type (two arrays of one type may be the same
 * array).
 */
final class Effects {

    private final Set<Variable> variables = new HashSet<>();
    private final Set<IrType> elements = new HashSet<>();
    private final Function<Callee, HelperEffects> callees;
    private boolean replacesRows;
    private boolean returns;

    private Effects(Function<Callee, HelperEffects> callees) {
        this.callees = callees;
    }

    /**
     * The effects of statements.
     *
     * @param callees what a call means for arrays
     */
    static Effects of(List<Statement> statements, Function<Callee, HelperEffects> callees) {
        Effects effects = new Effects(callees);
        effects.addAll(statements);
        return effects;
    }

    /** Whether there may be an assignment to the variable. */
    boolean assigns(Variable variable) {
        return variables.contains(variable);
    }

    /** Whether control may leave the method. */
    boolean returns() {
        return returns;
    }

    /** Whether elements of scalar type {@code type} may change. */
    boolean writesElements(IrType type) {
        return elements.contains(scalar(type));
    }

    /** Whether a row of a matrix may become another array. */
    boolean replacesRows() {
        return replacesRows;
    }

    /** Whether the value of {@code place} itself may change, its indices aside. */
    boolean writes(Place place) {
        return place instanceof ArrayRead ? writesElements(place.type()) : assigns(place.root());
    }

    private void addAll(List<Statement> statements) {
        statements.forEach(this::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Assign assign) {
            addWrite(assign.target());
        } else if (statement instanceof Increment increment) {
            addWrite(increment.target());
        } else if (statement instanceof If branch) {
            add(branch.whenTrue());
            add(branch.whenFalse());
        } else if (statement instanceof CountedLoop loop) {
            add(loop.body());
        } else if (statement instanceof While loop) {
            add(loop.body());
        } else if (statement instanceof Return) {
            returns = true;
        } else if (statement instanceof Invoke invoke) {
            HelperEffects callee = callees.apply(invoke.callee());
            for (int index : callee.written()) {
                elements.add(scalar(invoke.arguments().get(index).type()));
            }
            replacesRows |= callee.replacesRows();
        }
    }

    private void add(Block block) {
        addAll(block.statements());
    }

    private void addWrite(Place target) {
        if (target instanceof ArrayRead) {
            elements.add(scalar(target.type()));
            replacesRows |= target.type().isArray();
        } else {
            variables.add(target.root());
        }
    }

    private static IrType scalar(IrType type) {
        return type instanceof ArrayType array ? array.scalar() : type;
    }
}
