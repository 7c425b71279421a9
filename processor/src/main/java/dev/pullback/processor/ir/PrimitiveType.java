package dev.pullback.processor.ir;

/**
 * A primitive type; {@code VOID} only as a return type. Java computes with none of the small types {@code BYTE}, {@code SHORT}
 * and {@code CHAR}: they are converted to {@code INT} first, here as there.
 */
public enum PrimitiveType implements IrType {
    BOOLEAN("boolean"),
    BYTE("byte"),
    SHORT("short"),
    CHAR("char"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    VOID("void");

    private final String keyword;

    PrimitiveType(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public boolean isDifferentiable() {
        return isReal();
    }

    @Override
    public boolean isReal() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Whether values are converted to {@code int} before anything is computed with them. */
    public boolean isSmall() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    /** Whether this is a type of numbers. */
    public boolean isNumeric() {
        return this != BOOLEAN && this != VOID;
    }

    /** Whether arithmetic on this type is exact integer arithmetic. */
    public boolean isIntegral() {
        return this == INT || this == LONG;
    }

    @Override
    public String toString() {
        return keyword;
    }
}
