package dev.pullback.processor.ir;

import java.util.Optional;

/**
 * {@code for (int index = from; index < to; index += step) body}, or {@code index > to} when {@code step} is negative.
 *
 * <p>The body assigns neither {@code index} nor anything that {@code from} and {@code to} read.
 *
 * @param index the loop variable, of type {@code int}, declared by the loop
 * @param from first value
 * @param to bound, exclusive
 * @param step not zero
 * @param body the iteration
 * @param origin the loop's header in the source
 * @param checkpointing how the reverse sweep gets the state before an iteration, if the user said so
 */
public record CountedLoop(
        Variable index,
        Expression from,
        Expression to,
        int step,
        Block body,
        Origin origin,
        Optional<Checkpointing> checkpointing)
        implements Statement {

    public CountedLoop {
        if (step == 0) {
            throw new IllegalArgumentException("a counted loop needs a step");
        }
    }

    /** A loop without checkpoints. */
    public CountedLoop(Variable index, Expression from, Expression to, int step, Block body, Origin origin) {
        this(index, from, to, step, body, origin, Optional.empty());
    }

    /** The same header with another body. */
    public CountedLoop withBody(Block newBody) {
        return new CountedLoop(index, from, to, step, newBody, origin, checkpointing);
    }

    /** The loop with checkpoints. */
    public CountedLoop with(Checkpointing chosen) {
        return new CountedLoop(index, from, to, step, body, origin, Optional.of(chosen));
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitCountedLoop(this);
    }
}
