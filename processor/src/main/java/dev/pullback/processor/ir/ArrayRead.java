package dev.pullback.processor.ir;

/**
 * An array element, {@code array[index]}.
 *
 * @param array a place of array type: a variable or a row of a matrix
 * @param index of type {@code int}
 */
public record ArrayRead(Place array, Expression index) implements Place {

    public ArrayRead {
        if (!array.type().isArray()) {
            throw new IllegalArgumentException("not an array: " + array);
        }
    }

    @Override
    public IrType type() {
        return ((ArrayType) array.type()).element();
    }

    @Override
    public Variable root() {
        return array.root();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitArrayRead(this);
    }
}
