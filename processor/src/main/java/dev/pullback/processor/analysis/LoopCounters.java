package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the whole numbers that a loop counts up or down by fixed steps, like the {@code k} of {@code a[k++]}. Their values
 * depend on nothing but how often the steps were taken, so that code which takes the same steps in the same order can follow
 * them without a tape.
 */
public final class LoopCounters {
    private LoopCounters() {}

    /**
     * The counters of a loop from outside, or none if the order of its steps cannot be followed: in each block, the steps stand
     * beside nothing but whole numbers and one inner loop that holds all other steps, or there are no other steps.
     */
    public static Set<Variable> of(CountedLoop loop) {
        Set<Variable> counters = new LinkedHashSet<>();
        Walk.statements(loop.body(), s -> {
            if (s instanceof Assign assign && isStep(assign)) {
                counters.add(((Read) assign.target()).variable());
            }
        });
        counters.removeAll(Walk.declarations(loop.body()));
        return isFollowed(loop.body(), counters) ? counters : Set.of();
    }

    /** Whether the statement is {@code k = k + c} or {@code k = k - c} for a whole number {@code k} and a literal. */
    public static boolean isStep(Statement statement) {
        return statement instanceof Assign assign
                && assign.target() instanceof Read target
                && target.type() instanceof PrimitiveType type
                && type.isIntegral()
                && assign.value() instanceof Binary sum
                && (sum.operator() == Binary.Operator.ADD || sum.operator() == Binary.Operator.SUBTRACT)
                && sum.left().equals(target)
                && sum.right() instanceof Literal;
    }

    /** The step that takes back a step, exactly, overflow included. */
    public static Assign undo(Assign step) {
        Binary sum = (Binary) step.value();
        Binary.Operator opposite =
                sum.operator() == Binary.Operator.ADD ? Binary.Operator.SUBTRACT : Binary.Operator.ADD;
        return new Assign(step.target(), new Binary(opposite, sum.left(), sum.right()), step.origin());
    }

    /** Whether a loop in the block holds steps of the counters. */
    public static boolean hasInnerSteps(Block block, Set<Variable> counters) {
        return block.statements().stream().anyMatch(s -> !Walk.blocks(s).isEmpty() && steps(s, counters));
    }

    private static boolean isFollowed(Block block, Set<Variable> counters) {
        if (!hasInnerSteps(block, counters)) {
            return block.statements().stream().allMatch(s -> !steps(s, counters) || isStep(s));
        }
        List<Statement> others = block.statements().stream()
                .filter(s -> !isStepOf(s, counters) && !isWholeNumber(s))
                .toList();
        return others.size() == 1 && others.get(0) instanceof CountedLoop inner && isFollowed(inner.body(), counters);
    }

    private static boolean isWholeNumber(Statement statement) {
        return statement instanceof Declare d && d.variable().type() instanceof PrimitiveType type && type.isIntegral();
    }

    /** Whether the statement is a step of one of the counters. */
    public static boolean isStepOf(Statement statement, Set<Variable> counters) {
        return isStep(statement)
                && counters.contains(((Assign) statement).target().root());
    }

    private static boolean steps(Statement statement, Set<Variable> counters) {
        boolean[] result = {false};
        Walk.statements(Block.of(statement), s -> {
            result[0] |= Effects.target(s) instanceof Read target && counters.contains(target.variable());
        });
        return result[0];
    }
}
