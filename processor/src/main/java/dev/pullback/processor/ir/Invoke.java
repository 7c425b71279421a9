package dev.pullback.processor.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code result = callee(arguments)} for a differentiable method of the user's: of the same class (then it is inlined
 * before differentiation or becomes a generated function of its own) or of another one (then its generated class is called).
 *
 * @param result declared by this statement; null for a method without a result
 * @param callee the method
 * @param arguments one per parameter; array arguments are places
 * @param origin the statement that holds the call
 */
public record Invoke(@Nullable Variable result, Callee callee, List<Expression> arguments, Origin origin)
        implements Statement {

    public Invoke {
        arguments = List.copyOf(arguments);
    }

    /** The result of a call that has one. */
    public Variable variable() {
        return Objects.requireNonNull(result, "a call without a result");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitInvoke(this);
    }
}
