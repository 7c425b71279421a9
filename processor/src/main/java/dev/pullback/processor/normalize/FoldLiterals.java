package dev.pullback.processor.normalize;

import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.PrimitiveType;

/**
 * Computes what stands between two literals, as {@code 0.1 / 2.0} where a helper was inlined: otherwise the quotient would be
 * recorded for the reverse sweep. The bits are those that Java computes.
 */
public final class FoldLiterals extends IrRewriter {
    private FoldLiterals() {}

    /** {@code function} without arithmetic of literals. */
    public static Function apply(Function function) {
        return function.withBody(new FoldLiterals().rewrite(function.body()));
    }

    @Override
    public Expression rewrite(Expression expression) {
        Expression rewritten = rewriteChildren(expression);
        return rewritten instanceof Binary b
                        && b.type().isReal()
                        && b.left() instanceof Literal left
                        && b.right() instanceof Literal right
                ? fold(b, left, right)
                : rewritten;
    }

    private static Expression fold(Binary operation, Literal left, Literal right) {
        double a = ((Number) left.value()).doubleValue();
        double b = ((Number) right.value()).doubleValue();
        double exact = compute(operation.operator(), a, b);
        // A double holds enough digits of the result of two floats to round it once more without harm (Figueroa 1995).
        double folded = operation.type() == PrimitiveType.FLOAT ? (float) exact : exact;
        return Double.isFinite(folded) && Double.compare(folded, 0.0) >= 0
                ? Literal.real(folded, (PrimitiveType) operation.type())
                : operation;
    }

    /** The result, or no number if the operator is none of these four. */
    private static double compute(Binary.Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> Double.NaN;
        };
    }
}
