package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.While;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How control leaves statements.
 *
 * @param exits the flags of jumps to somewhere behind the statements
 * @param completes whether control can also reach their end
 */
record JumpReach(Set<Variable> exits, boolean completes) {

    private static final JumpReach STRAIGHT = new JumpReach(Set.of(), true);

    /** Whether no jump leads out. */
    boolean isStraight() {
        return exits.isEmpty();
    }

    /** The reach of statements in sequence; a jump whose flag they declare ends with them. */
    static JumpReach of(List<Statement> statements, Set<Variable> jumps) {
        Set<Variable> exits = new LinkedHashSet<>();
        Set<Variable> declared = new LinkedHashSet<>();
        boolean completes = true;
        for (Statement statement : statements) {
            if (statement instanceof Declare declare) {
                declared.add(declare.variable());
            }
            JumpReach reach = of(statement, jumps);
            exits.addAll(reach.exits);
            completes &= reach.completes;
        }
        completes |= exits.removeAll(declared);
        return new JumpReach(exits, completes);
    }

    /** The reach of one statement. */
    static JumpReach of(Statement statement, Set<Variable> jumps) {
        if (isJump(statement, jumps)) {
            return new JumpReach(Set.of(flag(statement)), false);
        } else if (statement instanceof If branch) {
            JumpReach whenTrue = of(branch.whenTrue().statements(), jumps);
            return isScope(branch)
                    ? whenTrue
                    : whenTrue.or(of(branch.whenFalse().statements(), jumps));
        } else if (statement instanceof CountedLoop loop) {
            return new JumpReach(of(loop.body().statements(), jumps).exits, true);
        } else if (statement instanceof While loop) {
            return new JumpReach(
                    of(loop.body().statements(), jumps).exits, !loop.condition().equals(Literal.TRUE));
        }
        return STRAIGHT;
    }

    private JumpReach or(JumpReach other) {
        Set<Variable> all = new LinkedHashSet<>(exits);
        all.addAll(other.exits);
        return new JumpReach(all, completes || other.completes);
    }

    /** Whether the statement is a jump, that is, sets one of the flags. */
    static boolean isJump(Statement statement, Set<Variable> jumps) {
        return statement instanceof Assign assign
                && jumps.contains(assign.target().root())
                && assign.value().equals(Literal.TRUE);
    }

    /** The flag that a jump sets. */
    static Variable flag(Statement jump) {
        return ((Assign) jump).target().root();
    }

    /** Whether the statement only delimits how far jumps lead. */
    static boolean isScope(Statement statement) {
        return statement instanceof If branch
                && branch.condition().equals(Literal.TRUE)
                && branch.whenFalse().isEmpty();
    }
}
