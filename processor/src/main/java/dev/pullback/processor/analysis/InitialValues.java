package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Block;
import dev.pullback.processor.ir.CountedLoop;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables that still have the value they were declared with when a loop starts, in the block of both. */
public final class InitialValues {
    private final Map<Variable, Map<Variable, Expression>> known = new HashMap<>();
    private final Effects effects;
    private final Set<Variable> written;

    /** For the loops of one function. */
    public InitialValues(Function function, Effects effects) {
        this.effects = effects;
        this.written = effects.written(function.body());
        visit(function.body());
    }

    /** What the variable equals when the loop starts, if that is cheap to compute at any time. */
    public Optional<Expression> before(CountedLoop loop, Variable variable) {
        return Optional.ofNullable(known.getOrDefault(loop.index(), Map.of()).get(variable));
    }

    /** Whether a scalar's first value can be computed again at any time, and cheaply. */
    public boolean isRepeatable(Declare declare) {
        return declare.initial() != null
                && !declare.variable().type().isArray()
                && Cost.isCheap(declare.initial())
                && effects.isInvariant(declare.initial(), written);
    }

    private void visit(Block block) {
        Map<Variable, Expression> values = new HashMap<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof CountedLoop loop) {
                known.put(loop.index(), Map.copyOf(values));
            }
            effects.written(Block.of(statement)).forEach(values::remove);
            if (statement instanceof Declare d && isRepeatable(d)) {
                values.put(d.variable(), d.value());
            }
            Walk.blocks(statement).forEach(this::visit);
        }
    }
}
