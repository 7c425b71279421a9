package dev.pullback.processor.ir;

/** {@code target += value} on a {@code double}: the accumulation that adjoint code consists of. */
public record Increment(Place target, Expression value, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitIncrement(this);
    }
}
