package dev.pullback.processor.ir;

/** {@code target = value}. */
public record Assign(Place target, Expression value, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitAssign(this);
    }
}
