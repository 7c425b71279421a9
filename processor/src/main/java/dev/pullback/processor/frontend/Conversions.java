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
        boolean isConversion = from instanceof PrimitiveType source
                && type instanceof PrimitiveType target
                && (isWidening(source, target) || isConstant(expression, target));
        return isConversion ? Optional.of(convert(expression, type)) : Optional.empty();
    }

    private static boolean isWidening(PrimitiveType from, PrimitiveType to) {
        if (!from.isNumeric() || !to.isNumeric() || to == PrimitiveType.CHAR || to == PrimitiveType.BYTE) {
            return false;
        }
        // But for char, the types are declared in the order in which they widen.
        return from.compareTo(to) < 0;
    }

    /**
     * Whether the value is one that Java lets pass as a small integer: since the code is well-typed, a constant that fits. What
     * is no literal here may still be a constant there.
     */
    private static boolean isConstant(Expression expression, PrimitiveType to) {
        return to.isSmall() && expression.type() == PrimitiveType.INT;
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
        return type instanceof PrimitiveType primitive && primitive.isNumeric();
    }

    private static Expression convert(Expression expression, IrType type) {
        if (expression instanceof Literal literal && literal.type() != PrimitiveType.DOUBLE) {
            Number value = (Number) literal.value();
            if (type == PrimitiveType.DOUBLE) {
                return Literal.of(value.doubleValue());
            } else if (type == PrimitiveType.FLOAT) {
                return Literal.of(value.floatValue());
            } else if (type == PrimitiveType.LONG && literal.type() == PrimitiveType.INT) {
                return Literal.of(value.longValue());
            }
        }
        return new Cast(type, expression);
    }
}
