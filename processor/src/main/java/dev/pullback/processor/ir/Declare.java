package dev.pullback.processor.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declares a local variable; without an initial value it is assigned before it is read. */
public record Declare(Variable variable, @Nullable Expression initial, Origin origin) implements Statement {

    /** The initial value of a declaration that has one. */
    public Expression value() {
        return Objects.requireNonNull(initial, "declared without a value");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitDeclare(this);
    }
}
