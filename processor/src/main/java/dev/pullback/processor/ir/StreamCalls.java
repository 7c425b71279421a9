package dev.pullback.processor.ir;

/** Calls of the runtime for the results of streams that have become loops. */
public final class StreamCalls {

    private static final String OWNER = "dev.pullback.runtime.Streams";

    /** The value of a stream's sum, from the plain sum, whose derivative it has, the terms, and their number. */
    public static final MethodRef SUM = MethodRef.ofStatic(
            OWNER,
            "sum",
            PrimitiveType.DOUBLE,
            PrimitiveType.DOUBLE,
            new ArrayType(PrimitiveType.DOUBLE),
            PrimitiveType.INT);

    private StreamCalls() {}

    /** A value that is there, or an exception. */
    public static MethodRef present(IrType type) {
        return MethodRef.ofStatic(OWNER, "present", type, PrimitiveType.BOOLEAN, type);
    }
}
