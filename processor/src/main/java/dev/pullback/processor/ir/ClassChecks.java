package dev.pullback.processor.ir;

import java.util.List;

/** Checks that an object is of the class whose methods were read, and of no subclass, which could override them. */
public final class ClassChecks {

    private static final ObjectType CHECKS = new ObjectType("dev.pullback.runtime.Dispatch");

    private ClassChecks() {}

    /** The statement that throws if an object is not of exactly this class. */
    public static Perform exactly(Expression object, ObjectType type) {
        List<Opaque.Piece> check = List.of(
                new Opaque.Type(CHECKS),
                new Opaque.Text(".requireExactly("),
                new Opaque.Operand(object, 0),
                new Opaque.Text(", "),
                new Opaque.Type(type),
                new Opaque.Text(".class)"));
        return new Perform(null, new Opaque(PrimitiveType.VOID, Opaque.PRIMARY, check, null), true, Origin.NONE);
    }
}
