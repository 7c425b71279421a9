package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.Cast;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Optional;

/** Conversions between the primitive types of the subset, written out as {@link Cast}s. */
final class Conversions {

    private Conversions() {}

    /** The expression in a context that expects {@code type}; nothing when that would narrow or mix in a boolean. */
    static Optional<Expression> widen(Expression expression, IrType type) {
        IrType from = expression.type();
        if (from.equals(type)) {
            return Optional.of(expression);
        }
        boolean isWidening = from == PrimitiveType.INT && (type == PrimitiveType.LONG || type == PrimitiveType.DOUBLE)
                || from == PrimitiveType.LONG && type == PrimitiveType.DOUBLE;
        return isWidening ? Optional.of(convert(expression, type)) : Optional.empty();
    }

    /**
     * The expression converted as by a cast; nothing when Java has no such conversion. Literals are converted right away where
     * they only get wider.
     */
    static Optional<Expression> cast(Expression expression, IrType type) {
        if (expression.type().equals(type)) {
            return Optional.of(expression);
        }
        boolean isPossible = isNumeric(expression.type()) && isNumeric(type);
        return isPossible ? Optional.of(convert(expression, type)) : Optional.empty();
    }

    private static boolean isNumeric(IrType type) {
        return type instanceof PrimitiveType primitive && (primitive.isIntegral() || primitive == PrimitiveType.DOUBLE);
    }

    private static Expression convert(Expression expression, IrType type) {
        if (expression instanceof Literal literal && literal.type() != PrimitiveType.DOUBLE) {
            Number value = (Number) literal.value();
            if (type == PrimitiveType.DOUBLE) {
                return Literal.of(value.doubleValue());
            } else if (type == PrimitiveType.LONG) {
                return Literal.of(value.longValue());
            }
        }
        return new Cast(type, expression);
    }
}
