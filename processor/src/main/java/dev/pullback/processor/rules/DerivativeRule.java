package dev.pullback.processor.rules;

import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an operation is differentiated: by partial derivatives, or, where the result is one of the arguments (max, min), by
 * selection, so that the derivative of the argument not taken is never evaluated.
 */
public final class DerivativeRule {

    /**
     * The result is the first argument where {@code condition} holds, else the second.
     *
     * @param condition builds the condition from the arguments
     */
    public record Selection(Function<List<Expression>, Expression> condition) {}

    private final List<Optional<Partial>> partials;
    private final Optional<Selection> selection;

    private DerivativeRule(List<Optional<Partial>> partials, Optional<Selection> selection) {
        this.partials = List.copyOf(partials);
        this.selection = selection;
    }

    /** A rule with one partial per argument. */
    static DerivativeRule of(Partial... partials) {
        List<Optional<Partial>> list = new ArrayList<>();
        for (Partial partial : partials) {
            list.add(Optional.of(partial));
        }
        return new DerivativeRule(list, Optional.empty());
    }

    /** A rule for an operation whose derivative is zero wherever it exists. */
    static DerivativeRule constant(int arity) {
        List<Optional<Partial>> list = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            list.add(Optional.empty());
        }
        return new DerivativeRule(list, Optional.empty());
    }

    /** A rule in which only the first of two arguments has a derivative. */
    static DerivativeRule firstOnly(Partial partial) {
        return new DerivativeRule(List.of(Optional.of(partial), Optional.empty()), Optional.empty());
    }

    /** A rule for an operation that has the derivative of one of its arguments. */
    static DerivativeRule passing(int arity, int argument) {
        List<Optional<Partial>> list = new ArrayList<>();
        for (int i = 0; i < arity; i++) {
            list.add(i == argument ? Optional.of((seed, arguments, result) -> seed) : Optional.empty());
        }
        return new DerivativeRule(list, Optional.empty());
    }

    /** A rule for a choice between two arguments. */
    static DerivativeRule choosing(Function<List<Expression>, Expression> condition) {
        Partial identity = (seed, arguments, result) -> seed;
        return new DerivativeRule(
                List.of(Optional.of(identity), Optional.of(identity)), Optional.of(new Selection(condition)));
    }

    /** The partial for an argument; empty where it is zero. */
    public Optional<Partial> partial(int argument) {
        return partials.get(argument);
    }

    /** The condition of a choice between two arguments. */
    public Optional<Selection> selection() {
        return selection;
    }

    /** The number of arguments. */
    public int arity() {
        return partials.size();
    }

    /** Whether a derivative flows through the argument at all. */
    public boolean dependsOn(int argument) {
        return partials.get(argument).isPresent();
    }

    /** Whether the partial of {@code argument} needs the operation's result. */
    public boolean needsResult(int argument) {
        return needs(argument, arity());
    }

    /** Whether the partial of {@code argument} needs the value of the argument {@code operand}. */
    public boolean needsArgument(int argument, int operand) {
        return selection.isPresent() || needs(argument, operand);
    }

    private boolean needs(int argument, int operand) {
        if (partials.get(argument).isEmpty()) {
            return false;
        }
        List<Expression> markers = new ArrayList<>();
        for (int i = 0; i <= arity(); i++) {
            markers.add(new Read(new Variable("marker" + i, PrimitiveType.DOUBLE)));
        }
        Expression seed = new Read(new Variable("seed", PrimitiveType.DOUBLE));
        Expression product =
                partials.get(argument).get().times(seed, markers.subList(0, arity()), markers.get(arity()));
        return Walk.reads(product).contains(((Read) markers.get(operand)).variable());
    }
}
