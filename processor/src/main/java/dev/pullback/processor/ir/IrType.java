package dev.pullback.processor.ir;

/** The type of a variable or an expression. */
public sealed interface IrType permits PrimitiveType, ArrayType, ObjectType, TupleType {

    /** Whether values of this type can carry a derivative: {@code double} and arrays of it. */
    default boolean isDifferentiable() {
        return false;
    }

    /** Whether this is an array type. */
    default boolean isArray() {
        return false;
    }

    /** Whether this is a type of floating-point numbers. */
    default boolean isReal() {
        return false;
    }
}
