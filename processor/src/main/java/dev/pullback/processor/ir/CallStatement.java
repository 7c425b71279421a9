package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * A call for its side effect.
 *
 * @param call the call
 * @param pullback what is called, if it is a pullback
 * @param origin the statement it stems from
 */
public record CallStatement(Call call, @Nullable CalledPullback pullback, Origin origin) implements Statement {

    /** A call of anything but a pullback. */
    public CallStatement(Call call, Origin origin) {
        this(call, null, origin);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitCallStatement(this);
    }
}
