package dev.pullback.processor.ir;

import java.util.List;

/**
 * A zero-filled new array; only as the initial value of a {@link Declare}.
 *
 * @param type the array type
 * @param dimensions the given dimensions, at least one and at most the rank; those behind the first may be vectors, with the length of
 *     each row of a matrix, or the numbers of rows and of columns of each matrix
 */
public record NewArray(ArrayType type, List<Expression> dimensions) implements Expression {

    /** The type of the lengths of rows. */
    public static final ArrayType LENGTHS = new ArrayType(PrimitiveType.INT);

    public NewArray {
        dimensions = List.copyOf(dimensions);
    }

    /** Whether the rows, or the matrices, have lengths of their own. */
    public boolean isJagged() {
        return dimensions.size() > 1 && dimensions.get(1).type().isArray();
    }

    /** Whether no row is missing. */
    public boolean isWhole() {
        return dimensions.size() == type.rank();
    }

    /** The length of {@code array[indices]}. */
    public Expression length(List<Expression> indices) {
        Expression dimension = dimensions.get(indices.size());
        return dimension instanceof Place lengths && lengths.type().isArray()
                ? new ArrayRead(lengths, indices.get(0))
                : dimension;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNewArray(this);
    }
}
