package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/** Leaves the function; in normal form only as the last statement of the body. */
public record Return(@Nullable Expression value, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitReturn(this);
    }
}
