package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Checkpointing;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.ir.While;
import java.util.List;

/** Marks the loops of a {@code @Checkpointed} method: those that are not inside another one. */
final class CheckpointedLoops extends IrRewriter {
    private final Checkpointing checkpointing;

    private CheckpointedLoops(Checkpointing checkpointing) {
        this.checkpointing = checkpointing;
    }

    /** The body of the method with its loops marked. */
    static Block mark(Block body, Checkpointing checkpointing) {
        return new CheckpointedLoops(checkpointing).rewrite(body);
    }

    /** Whether there is a loop. */
    static boolean areIn(Block body) {
        boolean[] result = {false};
        Walk.statements(body, s -> result[0] |= s instanceof CountedLoop || s instanceof While);
        return result[0];
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof CountedLoop loop) {
            out.add(loop.checkpointing().isPresent() ? loop : loop.with(checkpointing));
        } else if (statement instanceof While loop) {
            out.add(loop.checkpointing().isPresent() ? loop : loop.with(checkpointing));
        } else {
            super.rewrite(statement, out);
        }
    }
}
