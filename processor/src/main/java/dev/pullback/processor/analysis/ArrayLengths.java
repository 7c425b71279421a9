package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.ArrayRead;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.IrRewriter;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the lengths of arrays, and so of the loops that run over all elements of one. */
public final class ArrayLengths {
    private final ArrayRoots roots;
    private final Map<Variable, Variable> twins;
    private final Map<Variable, NewArray> created = new HashMap<>();

    /**
     * For one function.
     *
     * @param twins arrays of the same shape: parameters that are checked against the parameters they map to
     */
    public ArrayLengths(Function function, ArrayRoots roots, Map<Variable, Variable> twins) {
        this.roots = roots;
        this.twins = Map.copyOf(twins);
        Walk.statements(function.body(), s -> {
            if (s instanceof Declare d && d.initial() instanceof NewArray array) {
                created.put(d.variable(), array);
            }
        });
    }

    /** Whether the loop's index takes each value from zero to below the length of {@code root[indices]} once. */
    public boolean covers(CountedLoop loop, Variable root, List<Expression> indices) {
        Expression length = of(root, indices);
        Expression from = canonical(loop.from());
        Expression to = canonical(loop.to());
        boolean up = loop.step() == 1 && from.equals(Literal.of(0)) && to.equals(length);
        boolean down = loop.step() == -1 && from.equals(LoopHeader.plus(length, -1)) && to.equals(Literal.of(-1));
        return up || down;
    }

    /** The length of {@code root[indices]}, the same expression for arrays that are known to have the same. */
    public Expression of(Variable root, List<Expression> indices) {
        NewArray array = created.get(root);
        if (array != null && indices.size() < array.dimensions().size()) {
            return canonical(array.length(indices));
        }
        Place place = new Read(twins.getOrDefault(root, root));
        for (Expression index : indices) {
            place = new ArrayRead(place, index);
        }
        return new Length(place);
    }

    private Expression canonical(Expression expression) {
        return new IrRewriter() {
            @Override
            public Expression rewrite(Expression e) {
                return e instanceof Length length && length.array() instanceof Place place
                        ? of(roots.root(place), roots.indices(place))
                        : rewriteChildren(e);
            }
        }.rewrite(expression);
    }
}
