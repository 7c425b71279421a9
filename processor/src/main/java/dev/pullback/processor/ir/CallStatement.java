package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * A call for its side effect.
 *
 * @param call the call
 * @param pullbackOf the method whose pullback is called, if it is one
 * @param origin the statement it stems from
 */
public record CallStatement(Call call, @Nullable Callee pullbackOf, Origin origin) implements Statement {

    /** A call of anything but a pullback. */
    public CallStatement(Call call, Origin origin) {
        this(call, null, origin);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitCallStatement(this);
    }
}
