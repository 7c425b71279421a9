package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.List;

/** Which elements of one array a piece of code reads or writes. */
public final class ElementAccess {
    private final ArrayRoots roots;
    private final Variable array;

    /** Accesses to {@code array}, a root. */
    public ElementAccess(ArrayRoots roots, Variable array) {
        this.roots = roots;
        this.array = array;
    }

    /** Whether every element that the block touches is reached by indices that start with {@code prefix}. */
    public boolean isBelow(List<Expression> prefix, Block block) {
        boolean[] result = {true};
        Walk.statements(block, s -> result[0] &= isBelow(prefix, s));
        return result[0];
    }

    private boolean isBelow(List<Expression> prefix, Statement statement) {
        if (statement instanceof Declare d && roots.isAlias(d.variable())) {
            return roots.indices(roots.aliased(d.variable())).stream().allMatch(e -> isBelow(prefix, e));
        }
        Place target = Effects.target(statement);
        if (target != null && !isBelow(prefix, target)) {
            return false;
        }
        return values(statement).stream().allMatch(e -> isBelow(prefix, e));
    }

    private static List<Expression> values(Statement statement) {
        if (statement instanceof Assign s) {
            return List.of(s.value());
        } else if (statement instanceof Increment s) {
            return List.of(s.value());
        } else if (statement instanceof Pop) {
            return List.of();
        }
        return Walk.inputs(statement);
    }

    private boolean isBelow(List<Expression> prefix, Expression expression) {
        if (expression instanceof Length) {
            return true;
        }
        if (!(expression instanceof Place place)) {
            return Walk.operands(expression).stream().allMatch(e -> isBelow(prefix, e));
        }
        List<Expression> indices = roots.indices(place);
        boolean isOwn = roots.root(place) != array
                || indices.size() >= prefix.size()
                        && indices.subList(0, prefix.size()).equals(prefix);
        return isOwn && indices.stream().allMatch(e -> isBelow(prefix, e));
    }
}
