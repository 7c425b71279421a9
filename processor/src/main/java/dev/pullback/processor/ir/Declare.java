package dev.pullback.processor.ir;

import org.jspecify.annotations.Nullable;

/** Declares a local variable; without an initial value it is assigned before it is read. */
public record Declare(Variable variable, @Nullable Expression initial, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitDeclare(this);
    }
}
