package dev.pullback.processor.ir;

/** A primitive conversion, widening or narrowing. Widening from {@code int} to {@code double} may be printed implicitly. */
public record Cast(IrType type, Expression operand) implements Expression {

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCast(this);
    }
}
