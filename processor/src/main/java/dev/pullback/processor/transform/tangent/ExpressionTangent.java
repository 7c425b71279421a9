package dev.pullback.processor.transform.tangent;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Arithmetic;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tangent of an expression's value: the sum of its operands' tangents, each times a partial derivative. */
final class ExpressionTangent {
    private final ActivityResult activity;
    private final UnaryOperator<Place> dot;

    ExpressionTangent(ActivityResult activity, UnaryOperator<Place> dot) {
        this.activity = activity;
        this.dot = dot;
    }

    /** The tangent; {@code result} repeats the value of the expression, for rules that refer to it. */
    Expression of(Expression expression, Expression result) {
        Expression tangent = tangent(expression, result);
        return tangent == null ? Literal.zero(expression.type()) : tangent;
    }

    private @Nullable Expression tangent(Expression e, Expression result) {
        if (!activity.carries(e)) {
            return null;
        }
        if (e instanceof Place place) {
            return dot.apply(place);
        }
        if (e instanceof Binary square
                && square.operator() == Binary.Operator.MULTIPLY
                && square.left().equals(square.right())) {
            // Twice the factor is exact, so this has the same bits as the sum of two products.
            Expression twice = Arithmetic.multiply(Literal.real(2.0, e.type()), of(square.left(), result));
            return Arithmetic.multiply(twice, square.left());
        }
        DerivativeRule rule = RuleTable.find(e).orElseThrow(() -> new IllegalStateException("no rule: " + e));
        List<Expression> operands = Walk.operands(e);
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Expression seed = rule.partial(i).isEmpty() ? null : tangent(operands.get(i), result);
            terms.add(seed == null ? null : rule.partial(i).get().times(seed, operands, result));
        }
        if (rule.selection().isPresent()) {
            Expression condition = rule.selection().get().condition().apply(operands);
            return new Conditional(condition, orZero(terms.get(0), e), orZero(terms.get(1), e));
        }
        Expression sum = null;
        for (Expression term : terms) {
            if (term != null) {
                sum = sum == null ? term : Arithmetic.add(sum, term);
            }
        }
        return sum;
    }

    private static Expression orZero(@Nullable Expression term, Expression e) {
        return term == null ? Literal.zero(e.type()) : term;
    }
}
