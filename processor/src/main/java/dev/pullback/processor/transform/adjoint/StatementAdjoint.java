package dev.pullback.processor.transform.adjoint;

import dev.pullback.processor.analysis.ActivityResult;
import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.analysis.ElementOrder;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Unary;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import dev.pullback.processor.rules.DerivativeRule;
import dev.pullback.processor.rules.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The adjoint of one assignment, with every variable at its value from just before the assignment. */
final class StatementAdjoint {
    private static final String SHAPES = "dev.pullback.runtime.Shapes";

    private final ActivityResult activity;
    private final ArrayRoots roots;
    private final Effects effects;
    private final Bars bars;
    private final Map<Variable, ElementOrder> orders;

    StatementAdjoint(ActivityResult activity, ArrayRoots roots, Bars bars, Map<Variable, ElementOrder> orders) {
        this.activity = activity;
        this.roots = roots;
        this.effects = new Effects(roots);
        this.bars = bars;
        this.orders = orders;
    }

    /** {@code double v = value}: the adjoint of {@code v} flows on and ends here. */
    List<Statement> declare(Variable variable, Expression value, Origin origin) {
        if (!activity.isActive(variable)) {
            return List.of();
        }
        Expression bar = new Read(bars.of(variable));
        return adjoint(origin, new Read(variable), null).propagate(value, bar);
    }

    /** {@code return value}. */
    List<Statement> result(Expression value, Expression resultBar, Origin origin) {
        return adjoint(origin, Literal.ZERO, null).propagate(value, resultBar);
    }

    /** {@code return array}: the adjoint of the result goes to that of the array, element by element. */
    List<Statement> arrayResult(Place array, Expression resultBar, Origin origin) {
        if (!activity.isActivePlace(array)) {
            return List.of();
        }
        Place bar = bars.of(array);
        MethodRef check =
                MethodRef.ofStatic(SHAPES, "requireResultShape", PrimitiveType.VOID, bar.type(), resultBar.type());
        return List.of(
                new CallStatement(new Call(check, bar, resultBar), Origin.NONE), sum(bar, (Place) resultBar, origin));
    }

    private static Statement sum(Place into, Place from, Origin origin) {
        if (!into.type().isArray()) {
            return new Increment(into, from, origin);
        }
        Variable index = new Variable("k", PrimitiveType.INT);
        Statement inner = sum(new ArrayRead(into, new Read(index)), new ArrayRead(from, new Read(index)), origin);
        return new CountedLoop(index, Literal.of(0), new Length(into), 1, Block.of(inner), origin);
    }

    /**
     * {@code target = value}: the old content's adjoint ends, so the bar is emptied; but where nothing before has assigned
     * the target, its bar is of no use any more.
     */
    List<Statement> assign(Assign assign) {
        Place target = assign.target();
        Expression value = assign.value();
        Origin origin = assign.origin();
        if (!activity.isActivePlace(target)) {
            return List.of();
        }
        Optional<List<Statement>> kept = selectionKeepingTarget(target, value, origin);
        if (kept.isPresent()) {
            return kept.get();
        }
        Place bar = bars.of(target);
        ElementOrder order = orders.get(roots.root(target));
        boolean isFirst = order != null && order.isFirst(assign);
        if (needsCopy(target, value)) {
            List<Statement> out = new ArrayList<>();
            Variable copy = copyOf(bar, target, origin, out);
            if (!isFirst) {
                out.add(new Assign(bar, Literal.zero(bar.type()), origin));
            }
            out.addAll(adjoint(origin, Literal.ZERO, null).propagate(value, new Read(copy)));
            return out;
        }
        List<Statement> out = new ArrayList<>();
        ExpressionAdjoint adjoint = adjoint(origin, Literal.ZERO, target);
        out.addAll(adjoint.propagate(value, bar));
        Expression self = adjoint.selfContribution();
        if (!bar.equals(self) && !isFirst) {
            out.add(new Assign(bar, self == null ? Literal.zero(bar.type()) : self, origin));
        }
        return out;
    }

    /** {@code target += value}: the old content keeps its adjoint. */
    List<Statement> increment(Place target, Expression value, Origin origin) {
        if (!activity.isActivePlace(target)) {
            return List.of();
        }
        Place bar = bars.of(target);
        List<Statement> out = new ArrayList<>();
        if (needsCopy(target, value) || target instanceof ArrayRead && activeSources(value) > 1) {
            Variable copy = copyOf(bar, target, origin, out);
            out.addAll(adjoint(origin, Literal.ZERO, null).propagate(value, new Read(copy)));
            return out;
        }
        ExpressionAdjoint adjoint = adjoint(origin, Literal.ZERO, target);
        out.addAll(adjoint.propagate(value, bar));
        if (adjoint.selfContribution() != null) {
            out.add(new Increment(bar, adjoint.selfContribution(), origin));
        }
        return out;
    }

    /** {@code x = max(x, e)}: nothing happens to the adjoint of x where x stays. */
    private Optional<List<Statement>> selectionKeepingTarget(Place target, Expression value, Origin origin) {
        if (!(value instanceof Call call)
                || RuleTable.find(call).flatMap(DerivativeRule::selection).isEmpty()) {
            return Optional.empty();
        }
        Expression takesFirst =
                RuleTable.find(call).get().selection().get().condition().apply(call.arguments());
        int kept = call.arguments().indexOf(target);
        if (kept < 0 || effects.reads(call.arguments().get(1 - kept), roots.root(target))) {
            return Optional.empty();
        }
        Place bar = bars.of(target);
        List<Statement> taken = new ArrayList<>(
                adjoint(origin, Literal.ZERO, null).propagate(call.arguments().get(1 - kept), bar));
        taken.add(new Assign(bar, Literal.zero(bar.type()), origin));
        Expression takesOther = kept == 0 ? new Unary(Unary.Operator.NOT, takesFirst) : takesFirst;
        return Optional.of(List.of(new If(takesOther, new Block(taken), Block.EMPTY, origin)));
    }

    /**
     * Whether the target's adjoint must be set aside first: another element of the same array may be read, or the choice of
     * max and min would have to be made twice.
     */
    private boolean needsCopy(Place target, Expression value) {
        boolean[] result = {false};
        Walk.expressions(value, e -> {
            if (e instanceof Place place
                    && place.type().isDifferentiable()
                    && !place.type().isArray()) {
                result[0] |= roots.root(place) == roots.root(target) && !place.equals(target);
            }
            result[0] |= e instanceof Call call
                    && RuleTable.find(call).flatMap(DerivativeRule::selection).isPresent()
                    && effects.reads(call, roots.root(target));
        });
        return result[0];
    }

    private long activeSources(Expression value) {
        long[] count = {0};
        Walk.expressions(
                value,
                e -> count[0] +=
                        e instanceof Place p && activity.carries(p) && !p.type().isArray() ? 1 : 0);
        return count[0];
    }

    private static Variable copyOf(Place bar, Place target, Origin origin, List<Statement> out) {
        Variable copy = Variable.temporary(target.root().name() + "BarOld", bar.type());
        out.add(new Declare(copy, bar, origin));
        return copy;
    }

    private ExpressionAdjoint adjoint(Origin origin, Expression result, @Nullable Place self) {
        return new ExpressionAdjoint(activity, bars, origin, result, self);
    }
}
