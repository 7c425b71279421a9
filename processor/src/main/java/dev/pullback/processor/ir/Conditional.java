package dev.pullback.processor.ir;

/** {@code condition ? whenTrue : whenFalse}; both branches have the same type. */
public record Conditional(Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {

    @Override
    public IrType type() {
        return whenTrue.type();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitConditional(this);
    }
}
