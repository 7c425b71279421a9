package dev.pullback.processor.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates code that may have effects, or depends on what is in other objects: in its place, and as often as it stands there. Code
 * of the primal is evaluated once, in the forward sweep, unless it can be repeated.
 *
 * @param result declared by this statement; null when nobody asks for the value
 * @param code the code
 * @param isRepeatable whether it has no effect and gives the same again, so that a loop that holds it can be run twice
 * @param origin the statement that holds it
 */
public record Perform(@Nullable Variable result, Opaque code, boolean isRepeatable, Origin origin)
        implements Statement {

    /** Code that must not run twice. */
    public Perform(@Nullable Variable result, Opaque code, Origin origin) {
        this(result, code, false, origin);
    }

    /** The same with other code or another variable for its value. */
    public Perform with(@Nullable Variable newResult, Opaque newCode) {
        return new Perform(newResult, newCode, isRepeatable, origin);
    }

    /** The result of code whose value is kept. */
    public Variable variable() {
        return Objects.requireNonNull(result, "performed for its effect only");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitPerform(this);
    }
}
