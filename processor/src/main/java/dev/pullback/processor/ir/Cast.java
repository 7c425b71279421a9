package dev.pullback.processor.ir;

import dev.pullback.processor.diagnostics.Diagnostic;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A primitive conversion, widening or narrowing. Widening from {@code int} to {@code double} may be printed implicitly.
 *
 * @param loss what to warn of if the operand carries a derivative and the value goes on as a number; null if there is nothing
 *     to lose
 */
public record Cast(
        IrType type, Expression operand, @Nullable Diagnostic loss) implements Expression {

    /** A conversion that loses no derivative, or none that its author would miss. */
    public Cast(IrType type, Expression operand) {
        this(type, operand, null);
    }

    /** The expression in another type, as it is if that is its own; a real constant is converted right away. */
    public static Expression to(IrType type, Expression expression) {
        if (expression instanceof Literal literal && literal.type().isReal() && type.isReal()) {
            return Literal.real(((Number) literal.value()).doubleValue(), type);
        }
        return expression.type().equals(type) ? expression : new Cast(type, expression);
    }

    /** The same conversion of another operand. */
    public Cast of(Expression newOperand) {
        return new Cast(type, newOperand, loss);
    }

    /** Two casts of the same value are the same, wherever they stand in the source. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cast cast && type.equals(cast.type) && operand.equals(cast.operand);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, operand);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCast(this);
    }
}
