package dev.pullback.processor.ir;

/** A primitive type of the language subset; {@code VOID} only as a return type. */
public enum PrimitiveType implements IrType {
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    VOID("void");

    private final String keyword;

    PrimitiveType(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public boolean isDifferentiable() {
        return this == DOUBLE;
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
