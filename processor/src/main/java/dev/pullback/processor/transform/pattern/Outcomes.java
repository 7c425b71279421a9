package dev.pullback.processor.transform.pattern;

import dev.pullback.processor.analysis.ValueDependence;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Logical;
import dev.pullback.processor.ir.Unary;

/**
 * What is known of a condition that is not known as a whole: {@code i > 0 && x[i] > 0} cannot be true where {@code i > 0} is not.
 * Operands are evaluated in the order of the condition, so that what guards another one still does.
 */
record Outcomes(ValueDependence values) {

    /** When the condition may be true. */
    Expression mayHold(Expression condition) {
        if (values.isKnown(condition)) {
            return condition;
        }
        if (condition instanceof Logical both && both.operator() == Logical.Operator.AND) {
            return and(mayHold(both.left()), mayHold(both.right()));
        }
        if (condition instanceof Logical either) {
            return or(mayHold(either.left()), and(mayFail(either.left()), mayHold(either.right())));
        }
        return condition instanceof Unary not ? mayFail(not.operand()) : Literal.TRUE;
    }

    /** When the condition may be false. */
    Expression mayFail(Expression condition) {
        if (values.isKnown(condition)) {
            return new Unary(Unary.Operator.NOT, condition);
        }
        if (condition instanceof Logical both && both.operator() == Logical.Operator.AND) {
            return or(mayFail(both.left()), and(mayHold(both.left()), mayFail(both.right())));
        }
        if (condition instanceof Logical either) {
            return and(mayFail(either.left()), mayFail(either.right()));
        }
        return condition instanceof Unary not ? mayHold(not.operand()) : Literal.TRUE;
    }

    private static Expression and(Expression left, Expression right) {
        if (left.equals(Literal.TRUE)) {
            return right;
        }
        return right.equals(Literal.TRUE) ? left : new Logical(Logical.Operator.AND, left, right);
    }

    /** Behind an operand that is false, that it may fail says nothing. */
    private static Expression or(Expression left, Expression right) {
        if (left.equals(Literal.TRUE) || right.equals(Literal.TRUE)) {
            return Literal.TRUE;
        }
        boolean isRepeated = right instanceof Logical second
                && second.operator() == Logical.Operator.AND
                && isOpposite(left, second.left());
        return new Logical(Logical.Operator.OR, left, isRepeated ? ((Logical) right).right() : right);
    }

    private static boolean isOpposite(Expression left, Expression right) {
        return left instanceof Unary first && first.operand().equals(right)
                || right instanceof Unary second && second.operand().equals(left);
    }
}
