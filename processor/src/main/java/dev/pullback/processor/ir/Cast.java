package dev.pullback.processor.ir;

/** A primitive conversion, widening or narrowing. Widening from {@code int} to {@code double} may be printed implicitly. */
public record Cast(IrType type, Expression operand) implements Expression {

    /** The expression in another type, as it is if that is its own; a real constant is converted right away. */
    public static Expression to(IrType type, Expression expression) {
        if (expression instanceof Literal literal && literal.type().isReal() && type.isReal()) {
            return Literal.real(((Number) literal.value()).doubleValue(), type);
        }
        return expression.type().equals(type) ? expression : new Cast(type, expression);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCast(this);
    }
}
