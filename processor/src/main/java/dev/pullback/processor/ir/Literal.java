package dev.pullback.processor.ir;

/**
 * A constant.
 *
 * @param value a {@link Boolean}, {@link Integer}, {@link Long} or {@link Double} that fits {@code type}
 * @param type the type of the constant
 */
public record Literal(Object value, PrimitiveType type) implements Expression {

    public static final Literal ZERO = of(0.0);
    public static final Literal ONE = of(1.0);
    public static final Literal TRUE = new Literal(true, PrimitiveType.BOOLEAN);
    public static final Literal FALSE = new Literal(false, PrimitiveType.BOOLEAN);

    public static Literal of(double value) {
        return new Literal(value, PrimitiveType.DOUBLE);
    }

    public static Literal of(int value) {
        return new Literal(value, PrimitiveType.INT);
    }

    public static Literal of(long value) {
        return new Literal(value, PrimitiveType.LONG);
    }

    /** Whether this is the number {@code number}, of any numeric type; negative zero is not zero. */
    public boolean is(double number) {
        return value instanceof Number n && Double.compare(n.doubleValue(), number) == 0;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLiteral(this);
    }
}
