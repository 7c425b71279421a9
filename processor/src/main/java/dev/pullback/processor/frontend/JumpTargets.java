package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loops around a statement, as targets of {@code break} and {@code continue}.
 *
 * <p>The representation has no jumps. Each becomes the setting of a flag, with the meaning that control goes to the end of the
 * block that declares the flag: around the loop for {@code break}, around one iteration for {@code continue}. The normalisation
 * that follows guards everything in between.
 */
final class JumpTargets {

    private final BodyBuilder body;
    private final Deque<Target> targets = new ArrayDeque<>();
    private @Nullable String pendingLabel;

    JumpTargets(BodyBuilder body) {
        this.body = body;
    }

    /** One loop. */
    static final class Target {
        private final @Nullable String label;
        private @Nullable Variable breakFlag;
        private @Nullable Variable continueFlag;

        private Target(@Nullable String label) {
            this.label = label;
        }

        /** Whether a {@code break} leaves the loop. */
        boolean hasBreak() {
            return breakFlag != null;
        }

        /** Whether the flag stands for the loop's own {@code continue}. */
        boolean isContinue(Variable flag) {
            return flag == continueFlag;
        }

        /** The loop with everything in front of it, as the reach of its {@code break}. */
        Block aroundLoop(Block loop) {
            return around(breakFlag, loop);
        }

        /** One iteration, as the reach of {@code continue}. */
        Block aroundIteration(Block iteration) {
            return around(continueFlag, iteration);
        }

        private static Block around(@Nullable Variable flag, Block block) {
            if (flag == null) {
                return block;
            }
            List<Statement> statements = new ArrayList<>();
            statements.add(new Declare(flag, Literal.FALSE, Origin.NONE));
            statements.addAll(block.statements());
            return Block.of(new If(Literal.TRUE, new Block(statements), Block.EMPTY, Origin.NONE));
        }
    }

    /** Gives the loop that comes next a label. */
    void labelNext(String label) {
        pendingLabel = label;
    }

    /** Enters a loop. */
    Target enter() {
        Target target = new Target(pendingLabel);
        pendingLabel = null;
        targets.push(target);
        return target;
    }

    /** Leaves the innermost loop. */
    void leave() {
        targets.pop();
    }

    /** Lowers {@code break}, to a label if one is given. */
    void emitBreak(@Nullable CharSequence label) {
        Target target = find(label);
        if (target.breakFlag == null) {
            target.breakFlag = body.newJump("broken");
        }
        emit(target.breakFlag);
    }

    /** Lowers {@code continue}, to a label if one is given. */
    void emitContinue(@Nullable CharSequence label) {
        Target target = find(label);
        if (target.continueFlag == null) {
            target.continueFlag = body.newJump("skipped");
        }
        emit(target.continueFlag);
    }

    private void emit(Variable flag) {
        body.emit(new Assign(new Read(flag), Literal.TRUE, body.origin()));
    }

    private Target find(@Nullable CharSequence label) {
        return targets.stream()
                .filter(target -> label == null || target.label != null && target.label.contentEquals(label))
                .findFirst()
                .orElseThrow(() -> new Unsupported(null));
    }
}
