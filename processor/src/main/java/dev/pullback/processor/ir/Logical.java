package dev.pullback.processor.ir;

/** The short-circuit operators {@code &&} and {@code ||}. */
public record Logical(Operator operator, Expression left, Expression right) implements Expression {

    /** The operators. */
    public enum Operator {
        AND("&&", 4),
        OR("||", 3);

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
        return visitor.visitLogical(this);
    }
}
