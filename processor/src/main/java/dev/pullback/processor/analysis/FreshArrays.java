package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.NewArray;
import dev.pullback.processor.ir.Place;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** For each counted loop the arrays that its own block created before it and nobody has read since: their old content is never needed. */
public final class FreshArrays {
    private final ArrayRoots roots;
    private final Map<Variable, Set<Variable>> fresh = new HashMap<>();

    /** Analyzes all loops of {@code function}. */
    public FreshArrays(Function function, ArrayRoots roots) {
        this.roots = roots;
        analyze(function.body());
    }

    /** The arrays that are fresh when {@code loop} starts. */
    public Set<Variable> before(CountedLoop loop) {
        return fresh.getOrDefault(loop.index(), Set.of());
    }

    private void analyze(Block block) {
        Set<Variable> current = new HashSet<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof CountedLoop loop) {
                fresh.put(loop.index(), Set.copyOf(current));
            }
            Walk.blocks(statement).forEach(this::analyze);
            current.removeIf(array -> isRead(statement, array));
            if (statement instanceof Declare d && d.initial() instanceof NewArray) {
                current.add(d.variable());
            }
        }
    }

    private boolean isRead(Statement statement, Variable array) {
        return roots.evaluated(statement).stream().anyMatch(e -> reads(e, array))
                || Walk.blocks(statement).stream()
                        .flatMap(b -> b.statements().stream())
                        .anyMatch(s -> isRead(s, array));
    }

    /** A call that gets the array reads it; who asks for its length does not. */
    private boolean reads(Expression expression, Variable array) {
        if (expression instanceof Length) {
            return false;
        }
        if (expression instanceof Place place) {
            return roots.root(place) == array || roots.indices(place).stream().anyMatch(e -> reads(e, array));
        }
        return Walk.operands(expression).stream().anyMatch(e -> reads(e, array));
    }
}
