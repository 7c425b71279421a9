package dev.pullback.processor.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates code that may have effects: once, in its place in the forward sweep, never in the reverse sweep.
 *
 * @param result declared by this statement; null when nobody asks for the value
 * @param code the code
 * @param origin the statement that holds it
 */
public record Perform(@Nullable Variable result, Opaque code, Origin origin) implements Statement {

    /** The result of code whose value is kept. */
    public Variable variable() {
        return Objects.requireNonNull(result, "performed for its effect only");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitPerform(this);
    }
}
