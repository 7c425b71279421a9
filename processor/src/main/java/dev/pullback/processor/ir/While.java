package dev.pullback.processor.ir;

import java.util.Optional;

/**
 * {@code while (condition) body}.
 *
 * @param condition has no side effects
 * @param body the iteration
 * @param origin the loop's header in the source
 * @param checkpointing how the reverse sweep gets the state before an iteration, if the user said so
 */
public record While(Expression condition, Block body, Origin origin, Optional<Checkpointing> checkpointing)
        implements Statement {

    /** A loop without checkpoints. */
    public While(Expression condition, Block body, Origin origin) {
        this(condition, body, origin, Optional.empty());
    }

    /** The same condition with another body. */
    public While withBody(Block newBody) {
        return new While(condition, newBody, origin, checkpointing);
    }

    /** The loop with checkpoints. */
    public While with(Checkpointing chosen) {
        return new While(condition, body, origin, Optional.of(chosen));
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitWhile(this);
    }
}
