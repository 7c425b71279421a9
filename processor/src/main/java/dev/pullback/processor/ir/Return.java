package dev.pullback.processor.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leaves the function; in normal form only as the last statement of the body. */
public record Return(@Nullable Expression value, Origin origin) implements Statement {

    /** The value of a return that has one. */
    public Expression result() {
        return Objects.requireNonNull(value, "returns nothing");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitReturn(this);
    }
}
