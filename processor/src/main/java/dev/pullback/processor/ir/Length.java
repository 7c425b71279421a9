package dev.pullback.processor.ir;

/** The length of an array, {@code array.length}; {@code array} is a place or a {@link StaticField}. */
public record Length(Expression array) implements Expression {

    @Override
    public IrType type() {
        return PrimitiveType.INT;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLength(this);
    }
}
