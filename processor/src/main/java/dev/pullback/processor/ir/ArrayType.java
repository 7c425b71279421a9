package dev.pullback.processor.ir;

/** An array of {@code element}; matrices are arrays of arrays. */
public record ArrayType(IrType element) implements IrType {

    @Override
    public boolean isDifferentiable() {
        return element.isDifferentiable();
    }

    @Override
    public boolean isArray() {
        return true;
    }

    /** The number of dimensions: 1 for {@code double[]}, 2 for {@code double[][]}. */
    public int rank() {
        return element instanceof ArrayType inner ? inner.rank() + 1 : 1;
    }

    /** The type behind all dimensions. */
    public IrType scalar() {
        return element instanceof ArrayType inner ? inner.scalar() : element;
    }

    @Override
    public String toString() {
        return element + "[]";
    }
}
