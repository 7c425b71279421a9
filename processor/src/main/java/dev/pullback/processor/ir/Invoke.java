package dev.pullback.processor.ir;

import java.util.List;

/**
 * {@code result = callee(arguments)} for a differentiable method of the user's: of the same class (then it is inlined
 * before differentiation or becomes a generated function of its own) or of another one (then its generated class is called).
 *
 * @param result declared by this statement
 * @param callee the method
 * @param arguments one per parameter; array arguments are places
 * @param origin the statement that holds the call
 */
public record Invoke(Variable result, Callee callee, List<Expression> arguments, Origin origin) implements Statement {

    public Invoke {
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitInvoke(this);
    }
}
