package dev.pullback.processor.ir;

/**
 * A constant.
 *
 * @param value a {@link Boolean}, {@link Integer}, {@link Long}, {@link Float} or {@link Double} that fits {@code type}; of the
 *     small types an {@link Integer}
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

    public static Literal of(float value) {
        return new Literal(value, PrimitiveType.FLOAT);
    }

    public static Literal of(int value) {
        return new Literal(value, PrimitiveType.INT);
    }

    public static Literal of(long value) {
        return new Literal(value, PrimitiveType.LONG);
    }

    /** A number of type {@code float} or {@code double}. */
    public static Literal real(double value, IrType type) {
        return type == PrimitiveType.FLOAT ? of((float) value) : of(value);
    }

    /** The initial value of array elements of a type. */
    public static Literal zero(IrType type) {
        return switch ((PrimitiveType) type) {
            case BOOLEAN -> FALSE;
            case LONG -> of(0L);
            case FLOAT -> of(0f);
            case DOUBLE -> ZERO;
            default -> new Literal(0, (PrimitiveType) type);
        };
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
