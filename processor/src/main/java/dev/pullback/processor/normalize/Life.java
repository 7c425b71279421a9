package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;

/** Whether a scalar that only one statement uses lives inside that statement's block: assigned before it is read, each time. */
final class Life {

    /** What running a piece of code does to the variable before anything else. */
    private enum First {
        NOTHING,
        ASSIGNED,
        READ
    }

    private Life() {}

    /** Whether the value of {@code variable} never crosses the border of the blocks of {@code user}. */
    static boolean isPrivate(Statement user, Variable variable) {
        boolean inHeader =
                Walk.inputs(user).stream().anyMatch(e -> Walk.reads(e).contains(variable));
        if (inHeader || Walk.blocks(user).isEmpty()) {
            return false;
        }
        return Walk.blocks(user).stream().allMatch(block -> first(block, variable) != First.READ);
    }

    private static First first(Block block, Variable variable) {
        for (Statement statement : block.statements()) {
            First result = first(statement, variable);
            if (result != First.NOTHING) {
                return result;
            }
        }
        return First.NOTHING;
    }

    /** A branch or loop that may leave the variable unassigned counts as a read, to be on the safe side. */
    private static First first(Statement statement, Variable variable) {
        if (Walk.inputs(statement).stream().anyMatch(e -> Walk.reads(e).contains(variable))) {
            return First.READ;
        }
        if (statement instanceof If s) {
            First whenTrue = first(s.whenTrue(), variable);
            First whenFalse = first(s.whenFalse(), variable);
            return whenTrue == whenFalse ? whenTrue : First.READ;
        } else if (statement instanceof CountedLoop || statement instanceof While) {
            boolean mentioned = NarrowDeclarations.mentions(statement, variable);
            return mentioned ? First.READ : First.NOTHING;
        }
        boolean assigned = statement instanceof Assign s && s.target().equals(new Read(variable));
        return assigned ? First.ASSIGNED : First.NOTHING;
    }
}
