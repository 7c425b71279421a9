package dev.pullback.processor.ir;

import java.util.List;

/**
 * A zero-filled new array; only as the initial value of a {@link Declare}.
 *
 * @param type the array type
 * @param dimensions the given dimensions, at least one and at most the rank
 */
public record NewArray(ArrayType type, List<Expression> dimensions) implements Expression {

    public NewArray {
        dimensions = List.copyOf(dimensions);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNewArray(this);
    }
}
