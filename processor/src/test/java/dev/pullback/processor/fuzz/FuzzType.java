package dev.pullback.processor.fuzz;

/** The types of random programs. */
enum FuzzType {
    DOUBLE("double"),
    INT("int"),
    LONG("long"),
    BOOLEAN("boolean"),
    DOUBLES("double[]"),
    INTS("int[]"),
    MATRIX("double[][]"),
    CUBE("double[][][]"),
    PAIR("Pair"),
    PAIRS("Pair[]"),
    UNARY("java.util.function.DoubleUnaryOperator"),
    BINARY("java.util.function.DoubleBinaryOperator"),
    VOID("void");

    private final String java;

    FuzzType(String java) {
        this.java = java;
    }

    /** The type as written in Java. */
    String java() {
        return java;
    }

    /** Whether values of the type may be independents. */
    boolean isReal() {
        return this == DOUBLE || this == DOUBLES || this == MATRIX || this == CUBE;
    }

    /** Whether it is an array type. */
    boolean isArray() {
        return this == DOUBLES || this == INTS || this == MATRIX || this == CUBE;
    }

    /** The type of an element of this array type. */
    FuzzType element() {
        return switch (this) {
            case DOUBLES -> DOUBLE;
            case INTS -> INT;
            case MATRIX -> DOUBLES;
            case CUBE -> MATRIX;
            case PAIRS -> PAIR;
            default -> throw new IllegalStateException(java);
        };
    }

    /** The result type of arithmetic on two numeric types. */
    FuzzType promoted(FuzzType other) {
        if (this == DOUBLE || other == DOUBLE) {
            return DOUBLE;
        }
        return this == LONG || other == LONG ? LONG : INT;
    }
}
