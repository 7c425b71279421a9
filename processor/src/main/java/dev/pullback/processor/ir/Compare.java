package dev.pullback.processor.ir;

/** A comparison of two operands of one type; the result is boolean. */
public record Compare(Operator operator, Expression left, Expression right) implements Expression {

    /** The comparison operators. */
    public enum Operator {
        LESS("<", 9),
        LESS_EQUAL("<=", 9),
        GREATER(">", 9),
        GREATER_EQUAL(">=", 9),
        EQUAL("==", 8),
        NOT_EQUAL("!=", 8);

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
        return PrimitiveType.BOOLEAN;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCompare(this);
    }
}
