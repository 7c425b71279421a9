package dev.pullback.processor.ir;

/** {@code if (condition) whenTrue else whenFalse}. */
public record If(Expression condition, Block whenTrue, Block whenFalse, Origin origin) implements Statement {

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitIf(this);
    }
}
