package dev.pullback.processor.optimize;

import dev.pullback.processor.ir.Compare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Unary;

/** The opposite of a condition. A comparison of reals is not turned round: it is false for NaN both ways. */
final class Negation {
    private Negation() {}

    static Expression of(Expression condition) {
        if (condition instanceof Unary unary && unary.operator() == Unary.Operator.NOT) {
            return unary.operand();
        }
        if (condition instanceof Compare compare) {
            Compare.Operator operator = compare.operator();
            boolean total = !compare.left().type().isReal();
            if (operator == Compare.Operator.EQUAL || operator == Compare.Operator.NOT_EQUAL || total) {
                return new Compare(opposite(operator), compare.left(), compare.right());
            }
        }
        return new Unary(Unary.Operator.NOT, condition);
    }

    private static Compare.Operator opposite(Compare.Operator operator) {
        return switch (operator) {
            case LESS -> Compare.Operator.GREATER_EQUAL;
            case LESS_EQUAL -> Compare.Operator.GREATER;
            case GREATER -> Compare.Operator.LESS_EQUAL;
            case GREATER_EQUAL -> Compare.Operator.LESS;
            case EQUAL -> Compare.Operator.NOT_EQUAL;
            case NOT_EQUAL -> Compare.Operator.EQUAL;
        };
    }
}
