package dev.pullback.processor.ir;

/** {@code throw exception}: the end of the primal and of its derivatives alike. */
public record Throw(Expression exception, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitThrow(this);
    }
}
