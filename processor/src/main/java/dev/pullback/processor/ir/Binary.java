package dev.pullback.processor.ir;

/**
 * An arithmetic or bit operator. Both operands have the result's type, conversions are explicit {@link Cast}s; only the
 * right operand of a shift may be an {@code int} beside a {@code long}. On booleans the bit operators do not short-circuit.
 */
public record Binary(Operator operator, Expression left, Expression right) implements Expression {

    /** The operators, with Java's precedence (higher binds tighter). */
    public enum Operator {
        MULTIPLY("*", 12),
        DIVIDE("/", 12),
        REMAINDER("%", 12),
        ADD("+", 11),
        SUBTRACT("-", 11),
        SHIFT_LEFT("<<", 10),
        SHIFT_RIGHT(">>", 10),
        SHIFT_RIGHT_UNSIGNED(">>>", 10),
        BIT_AND("&", 7),
        BIT_XOR("^", 6),
        BIT_OR("|", 5);

        private final String symbol;
        private final int precedence;

        Operator(String symbol, int precedence) {
            this.symbol = symbol;
            this.precedence = precedence;
        }

        /** The Java operator. */
        public String symbol() {
            return symbol;
        }

        /** Java's precedence. */
        public int precedence() {
            return precedence;
        }
    }

    @Override
    public IrType type() {
        return left.type();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBinary(this);
    }
}
