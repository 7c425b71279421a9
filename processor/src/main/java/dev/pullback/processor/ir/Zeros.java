package dev.pullback.processor.ir;

/** The values that Java gives to elements of new arrays: what a variable starts with if it must start with something. */
public final class Zeros {
    private Zeros() {}

    /** Zero, false or null. */
    public static Expression of(IrType type) {
        return type instanceof PrimitiveType ? Literal.zero(type) : Opaque.nullOf(type);
    }
}
