package dev.pullback.processor.ir;

import static dev.pullback.processor.ir.Binary.Operator.ADD;
import static dev.pullback.processor.ir.Binary.Operator.DIVIDE;
import static dev.pullback.processor.ir.Binary.Operator.MULTIPLY;
import static dev.pullback.processor.ir.Binary.Operator.SUBTRACT;

/**
 * Builds arithmetic for derivative code without neutral elements: no {@code 1 * x}, no {@code x + 0}, no {@code -(-x)}.
 *
 * <p>Only literals are dropped, so the results are bit-identical; {@code 0 * x} is never formed because a rule with a zero
 * partial gives no contribution at all.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code left + right}. */
    public static Expression add(Expression left, Expression right) {
        if (isNegation(right)) {
            return new Binary(SUBTRACT, left, ((Unary) right).operand());
        }
        return new Binary(ADD, left, right);
    }

    /** {@code left - right}. */
    public static Expression subtract(Expression left, Expression right) {
        if (isNegation(right)) {
            return new Binary(ADD, left, ((Unary) right).operand());
        }
        return new Binary(SUBTRACT, left, right);
    }

    /** {@code left * right}. */
    public static Expression multiply(Expression left, Expression right) {
        if (isLiteral(left, 1.0)) {
            return right;
        }
        if (isLiteral(right, 1.0)) {
            return left;
        }
        if (isNegation(left)) {
            return negate(multiply(((Unary) left).operand(), right));
        }
        if (isNegation(right)) {
            return negate(multiply(left, ((Unary) right).operand()));
        }
        return new Binary(MULTIPLY, left, right);
    }

    /** {@code left / right}. */
    public static Expression divide(Expression left, Expression right) {
        if (isLiteral(right, 1.0)) {
            return left;
        }
        if (isNegation(left)) {
            return negate(divide(((Unary) left).operand(), right));
        }
        return new Binary(DIVIDE, left, right);
    }

    /** {@code -operand}. */
    public static Expression negate(Expression operand) {
        if (isNegation(operand)) {
            return ((Unary) operand).operand();
        }
        if (operand instanceof Literal literal && literal.type().isReal()) {
            return Literal.real(-((Number) literal.value()).doubleValue(), literal.type());
        }
        return new Unary(Unary.Operator.NEGATE, operand);
    }

    private static boolean isNegation(Expression expression) {
        return expression instanceof Unary unary && unary.operator() == Unary.Operator.NEGATE;
    }

    private static boolean isLiteral(Expression expression, double value) {
        return expression instanceof Literal literal && literal.is(value);
    }
}
