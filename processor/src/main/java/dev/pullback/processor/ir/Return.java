package dev.pullback.processor.ir;

import java.util.List;

/**
 * Leaves the function; in normal form only as the last statement of the body.
 *
 * @param values nothing, one value, or the values of a {@link TupleType}
 */
public record Return(List<Expression> values, Origin origin) implements Statement {

    public Return {
        values = List.copyOf(values);
    }

    /** Returns one value. */
    public Return(Expression value, Origin origin) {
        this(List.of(value), origin);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitReturn(this);
    }
}
