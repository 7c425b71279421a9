package dev.pullback.processor.ir;

/** A prefix operator on an operand of the same type. */
public record Unary(Operator operator, Expression operand) implements Expression {

    /** The prefix operators. */
    public enum Operator {
        NEGATE("-"),
        NOT("!"),
        COMPLEMENT("~");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** The Java operator. */
        public String symbol() {
            return symbol;
        }
    }

    @Override
    public IrType type() {
        return operand.type();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitUnary(this);
    }
}
