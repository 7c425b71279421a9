package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Assign;
import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CallStatement;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Increment;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Pop;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What statements overwrite: scalars by variable, arrays by root and without telling elements apart. Declarations do not count. */
public final class Effects {
    private final ArrayRoots roots;

    /** For code whose aliases are {@code roots}. */
    public Effects(ArrayRoots roots) {
        this.roots = roots;
    }

    /** The place that a statement itself assigns, or null. */
    public static @Nullable Place target(Statement statement) {
        if (statement instanceof Assign s) {
            return s.target();
        } else if (statement instanceof Increment s) {
            return s.target();
        } else if (statement instanceof Pop s) {
            return s.target();
        }
        return null;
    }

    /** The variables and array roots overwritten anywhere in the block; a call may write to all its arrays. */
    public Set<Variable> written(Block block) {
        Set<Variable> result = new LinkedHashSet<>();
        Walk.statements(block, s -> {
            Place target = target(s);
            if (target != null) {
                result.add(roots.root(target));
            } else if (s instanceof CallStatement call) {
                call.call().arguments().stream()
                        .filter(e -> e.type().isArray() && e instanceof Place)
                        .forEach(e -> result.add(roots.root((Place) e)));
            }
        });
        return result;
    }

    /** The variables and array roots overwritten by the statements. */
    public Set<Variable> written(List<Statement> statements) {
        return written(new Block(statements));
    }

    /** Whether an expression has the same value before and after code that overwrites {@code written}. */
    public boolean isInvariant(Expression expression, Set<Variable> written) {
        if (expression instanceof Read read) {
            return !written.contains(roots.root(read));
        }
        if (expression instanceof Length length && length.array() instanceof Place array) {
            // Writing elements leaves the length alone; only which row is meant could change.
            return roots.indices(array).stream().allMatch(index -> isInvariant(index, written));
        }
        return Walk.operands(expression).stream().allMatch(operand -> isInvariant(operand, written));
    }

    /** The root behind a place. */
    public Variable root(Place place) {
        return roots.root(place);
    }

    /** Whether an expression reads (through) a variable or array root. */
    public boolean reads(Expression expression, Variable root) {
        return Walk.reads(expression).stream().anyMatch(v -> roots.root(v) == root);
    }

    /** Whether a statement reads or writes elements of an array; a declared alias only names them. */
    public boolean touches(Statement statement, Variable array) {
        boolean[] result = {false};
        Walk.statements(Block.of(statement), s -> {
            Place target = target(s);
            boolean isAlias = s instanceof Declare d && roots.isAlias(d.variable());
            result[0] |= target != null && roots.root(target) == array;
            result[0] |= !isAlias && Walk.inputs(s).stream().anyMatch(e -> reads(e, array));
        });
        return result[0];
    }
}
