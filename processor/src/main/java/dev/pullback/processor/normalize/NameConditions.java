package dev.pullback.processor.normalize;

import dev.pullback.processor.analysis.ArrayRoots;
import dev.pullback.processor.analysis.Cost;
import dev.pullback.processor.analysis.Effects;
import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.If;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Origin;
import dev.pullback.processor.ir.Perform;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Throw;
import dev.pullback.processor.ir.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names what the reverse sweep must find unchanged: a branch condition that the branches themselves change or that is
 * expensive, an index that the assignment itself may change, and the index of a row alias or the length of a new array where it is not constant.
 */
public final class NameConditions extends IrRewriter {
    private final Effects effects;
    private final Set<Variable> written;

    private NameConditions(Effects effects, Set<Variable> written) {
        this.effects = effects;
        this.written = written;
    }

    /** {@code function} whose conditions and row indices can be evaluated again. */
    public static Function apply(Function function) {
        Effects effects = new Effects(new ArrayRoots(function));
        NameConditions pass = new NameConditions(effects, effects.written(function.body()));
        return function.withBody(pass.rewrite(function.body()));
    }

    @Override
    protected void rewrite(Statement statement, List<Statement> out) {
        if (statement instanceof If s) {
            Block whenTrue = rewrite(s.whenTrue());
            Block whenFalse = rewrite(s.whenFalse());
            Expression condition = s.condition();
            Set<Variable> changed = new HashSet<>(effects.written(whenTrue));
            changed.addAll(effects.written(whenFalse));
            boolean isRepeatable = effects.isInvariant(condition, changed) && Cost.isCheap(condition);
            if (!isGuard(s) && !isRepeatable) {
                Variable named = Variable.temporary("condition", condition.type());
                out.add(new Declare(named, condition, s.origin()));
                condition = new Read(named);
            }
            out.add(new If(condition, whenTrue, whenFalse, s.origin()));
        } else if (statement instanceof Declare s && s.variable().type().isArray() && s.initial() instanceof Place p) {
            out.add(new Declare(s.variable(), nameIndices(p, out), s.origin()));
        } else if (statement instanceof Declare s && s.initial() instanceof NewArray array) {
            List<Expression> dimensions = array.dimensions().stream()
                    .map(length -> length.type().isArray() ? length : named("length", length, out))
                    .toList();
            out.add(new Declare(s.variable(), new NewArray(array.type(), dimensions), s.origin()));
        } else if (statement instanceof Assign s && s.target() instanceof ArrayRead element) {
            out.add(new Assign(nameOwnIndices(element, out), s.value(), s.origin()));
        } else if (statement instanceof Increment s && s.target() instanceof ArrayRead element) {
            out.add(new Increment(nameOwnIndices(element, out), s.value(), s.origin()));
        } else {
            super.rewrite(statement, out);
        }
    }

    /** Whether the branch only throws: then the reverse sweep has no use for its condition. */
    private static boolean isGuard(If s) {
        List<Statement> guarded = s.whenTrue().statements();
        return s.whenFalse().isEmpty()
                && !guarded.isEmpty()
                && guarded.get(guarded.size() - 1) instanceof Throw
                && guarded.subList(0, guarded.size() - 1).stream().allMatch(Perform.class::isInstance);
    }

    /** In {@code order[order[i]] = k} the assignment may change its own index. */
    private ArrayRead nameOwnIndices(ArrayRead element, List<Statement> out) {
        Place array = element.array() instanceof ArrayRead row ? nameOwnIndices(row, out) : element.array();
        Expression index = element.index();
        if (effects.reads(index, effects.root(element))) {
            Variable variable = Variable.temporary("index", index.type());
            out.add(new Declare(variable, index, Origin.NONE));
            index = new Read(variable);
        }
        return new ArrayRead(array, index);
    }

    private Expression named(String name, Expression constant, List<Statement> out) {
        if (effects.isInvariant(constant, written)) {
            return constant;
        }
        Variable variable = Variable.temporary(name, constant.type());
        out.add(new Declare(variable, constant, Origin.NONE));
        return new Read(variable);
    }

    private Place nameIndices(Place place, List<Statement> out) {
        if (!(place instanceof ArrayRead element)) {
            return place;
        }
        Place array = nameIndices(element.array(), out);
        return new ArrayRead(array, named("row", element.index(), out));
    }
}
