package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.ir.Arithmetic;
import dev.pullback.processor.ir.Binary;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the adjoint of one expression's value over the places that the value was computed from. For {@code y = f(x)}
 * that is {@code xBar += yBar * f'(x)}.
 */
final class ExpressionAdjoint {
    private final ActivityResult activity;
    private final Bars bars;
    private final Origin origin;
    private final Expression result;
    private final @Nullable Place self;
    private @Nullable Expression selfContribution;
    private List<Statement> out = new ArrayList<>();

    /**
     * For one statement.
     *
     * @param result repeats the value of the whole expression, for rules that refer to it
     * @param self a place whose contribution is collected instead of being added to its adjoint, because the statement
     *     assigns that very place
     */
    ExpressionAdjoint(ActivityResult activity, Bars bars, Origin origin, Expression result, @Nullable Place self) {
        this.activity = activity;
        this.bars = bars;
        this.origin = origin;
        this.result = result;
        this.self = self;
    }

    /** The statements for an expression whose value has the adjoint {@code bar}. */
    List<Statement> propagate(Expression expression, Expression bar) {
        distribute(expression, bar);
        return out;
    }

    /** What flowed into {@code self}; null if nothing did. */
    @Nullable
    Expression selfContribution() {
        return selfContribution;
    }

    private void distribute(Expression e, Expression bar) {
        if (!activity.carries(e)) {
            return;
        }
        if (e instanceof Place place) {
            contribute(place, bar);
            return;
        }
        DerivativeRule rule = RuleTable.find(e).orElseThrow(() -> new IllegalStateException("no rule: " + e));
        List<Expression> operands = Walk.operands(e);
        if (e instanceof Binary square
                && square.operator() == Binary.Operator.MULTIPLY
                && square.left().equals(square.right())) {
            // Twice the seed is exact, so this has the same bits as two contributions.
            distribute(
                    square.left(),
                    Arithmetic.multiply(Arithmetic.multiply(Literal.real(2.0, e.type()), bar), square.left()));
            return;
        }
        if (e instanceof Binary quotient
                && quotient.operator() == Binary.Operator.DIVIDE
                && operands.stream().allMatch(activity::carries)) {
            Expression share = repeatable(Arithmetic.divide(bar, quotient.right()));
            distribute(quotient.left(), share);
            distribute(quotient.right(), Arithmetic.negate(Arithmetic.multiply(share, result)));
            return;
        }
        long active = operands.stream().filter(activity::carries).count();
        Expression seed = active > 1 ? repeatable(bar) : bar;
        if (rule.selection().isPresent()) {
            select(rule.selection().get().condition().apply(operands), operands, seed);
            return;
        }
        for (int i = 0; i < operands.size(); i++) {
            if (rule.partial(i).isPresent() && activity.carries(operands.get(i))) {
                distribute(operands.get(i), rule.partial(i).get().times(seed, operands, result));
            }
        }
    }

    private void select(Expression condition, List<Expression> operands, Expression seed) {
        Block whenTrue = branch(operands.get(0), seed);
        Block whenFalse = branch(operands.get(1), seed);
        if (whenTrue.isEmpty()) {
            out.add(new If(not(condition), whenFalse, Block.EMPTY, origin));
        } else {
            out.add(new If(condition, whenTrue, whenFalse, origin));
        }
    }

    private Block branch(Expression operand, Expression seed) {
        List<Statement> enclosing = out;
        out = new ArrayList<>();
        distribute(operand, seed);
        Block result = new Block(out);
        out = enclosing;
        return result;
    }

    private void contribute(Place place, Expression bar) {
        if (place.equals(self)) {
            selfContribution = selfContribution == null ? bar : Arithmetic.add(selfContribution, bar);
        } else if (!(bar instanceof Literal literal && literal.is(0.0))) {
            out.add(new Increment(bars.of(place), bar, origin));
        }
    }

    private Expression repeatable(Expression bar) {
        if (bar instanceof Read || bar instanceof Literal) {
            return bar;
        }
        Variable named = Variable.temporary("bar", bar.type());
        out.add(new Declare(named, bar, origin));
        return new Read(named);
    }

    static Expression not(Expression condition) {
        return new Unary(Unary.Operator.NOT, condition);
    }
}
