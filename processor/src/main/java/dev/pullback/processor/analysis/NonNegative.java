package dev.pullback.processor.analysis;

import dev.pullback.processor.ir.Conditional;
import dev.pullback.processor.ir.Declare;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Function;
import dev.pullback.processor.ir.Length;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.LoopHeader;
import dev.pullback.processor.ir.Read;
import dev.pullback.processor.ir.Statement;
import dev.pullback.processor.ir.Variable;
import dev.pullback.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The integers that are known not to be negative: lengths, and variables that are lengths from their declaration on. */
public final class NonNegative {
    private final Map<Variable, List<Expression>> values = new HashMap<>();
    private final Set<Variable> assigned = new HashSet<>();

    /** For the expressions of one function. */
    public NonNegative(Function function) {
        Walk.statements(function.body(), this::collect);
    }

    private void collect(Statement statement) {
        if (statement instanceof Declare d && d.initial() != null) {
            values.computeIfAbsent(d.variable(), v -> new ArrayList<>()).add(d.initial());
        } else if (Effects.target(statement) instanceof Read target) {
            assigned.add(target.variable());
        }
    }

    /** Whether the expression is never negative. */
    public boolean holds(Expression expression) {
        if (expression instanceof Read read) {
            return !assigned.contains(read.variable())
                    && values.containsKey(read.variable())
                    && values.get(read.variable()).stream().allMatch(this::holds);
        } else if (expression instanceof Conditional c) {
            return holds(c.whenTrue()) && holds(c.whenFalse());
        }
        return expression instanceof Length
                || expression instanceof Literal literal && literal.value() instanceof Integer n && n >= 0
                || LoopHeader.isAtLeastZero(expression);
    }

    /** The expression, as zero where it is negative. */
    public Expression orZero(Expression expression) {
        return holds(expression) ? expression : LoopHeader.atLeastZero(expression);
    }
}
