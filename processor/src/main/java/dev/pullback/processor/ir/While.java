package dev.pullback.processor.ir;

/** {@code while (condition) body}. */
public record While(Expression condition, Block body, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitWhile(this);
    }
}
