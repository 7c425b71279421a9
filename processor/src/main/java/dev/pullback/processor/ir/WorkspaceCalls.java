package dev.pullback.processor.ir;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Calls of the runtime's workspace; {@code optimize.AllocateWorkspace} numbers their slots. */
public final class WorkspaceCalls {
    /** Stands for a slot number that is not given out yet; always the second argument, after the workspace. */
    public static final Literal UNNUMBERED = Literal.of(-1);

    /** A workspace for the code that is called. */
    public static final MethodRef CHILD = method("child", ObjectType.WORKSPACE, PrimitiveType.INT);

    private static final String SHAPES = "dev.pullback.runtime.Shapes";
    private static final String ARRAYS = "java.util.Arrays";

    private WorkspaceCalls() {}

    /** Zeros in the shape of {@code array}. */
    public static Call zerosLike(Variable workspace, Place array) {
        MethodRef method = method("zerosLike", array.type(), PrimitiveType.INT, array.type());
        return new Call(method, new Read(workspace), UNNUMBERED, array);
    }

    /** The copy of one array's elements into another of the same shape. */
    public static CallStatement copy(Variable from, Variable into) {
        return elementwise("copy", new Read(from), new Read(into));
    }

    /** Copies or adds the elements of one array to those of another of the same shape. */
    public static CallStatement elementwise(String name, Place from, Place into) {
        MethodRef method = MethodRef.ofStatic(SHAPES, name, PrimitiveType.VOID, from.type(), into.type());
        return new CallStatement(new Call(method, from, into), Origin.NONE);
    }

    /** Whether a call copies or adds the elements of its first argument, an array, to those of its second. */
    public static boolean isElementwise(Call call) {
        String name = call.method().name();
        return call.method().owner().equals(SHAPES)
                && (name.equals("copy") || name.equals("add"))
                && call.arguments().size() == 2;
    }

    /** Whether a call copies an array to entries of a flat vector, its second argument. */
    public static boolean isPack(Call call) {
        return call.method().owner().equals(SHAPES) && call.method().name().equals("pack");
    }

    /** Whether a call copies entries of a flat vector, its first argument, to an array, its third. */
    public static boolean isUnpack(Call call) {
        return call.method().owner().equals(SHAPES) && call.method().name().equals("unpack");
    }

    /** Whether a call only throws if a shape is wrong. */
    public static boolean isShapeCheck(Call call) {
        return call.method().owner().equals(SHAPES) && call.method().name().startsWith("require");
    }

    /** Whether a call gives one value to all elements of its first argument. */
    public static boolean isFill(Call call) {
        return call.method().name().equals("fill")
                && (call.method().owner().equals(SHAPES)
                        || call.method().owner().equals(ARRAYS));
    }

    /** Zeros for all elements of an array. */
    public static CallStatement clear(Variable array) {
        ArrayType type = (ArrayType) array.type();
        String owner = type.rank() == 1 ? ARRAYS : SHAPES;
        MethodRef fill = MethodRef.ofStatic(owner, "fill", PrimitiveType.VOID, type, type.scalar());
        return new CallStatement(new Call(fill, new Read(array), Literal.zero(type.scalar())), Origin.NONE);
    }

    /** A zeroed array of one length per dimension. */
    public static MethodRef zeros(ArrayType type) {
        return zeros(
                type, Collections.nCopies(1 + type.rank(), PrimitiveType.INT).toArray(new IrType[0]));
    }

    /** A zeroed matrix of which each row, or an array of which each matrix, has lengths of its own. */
    public static MethodRef jaggedZeros(ArrayType type) {
        return type.rank() == 2
                ? zeros(type, PrimitiveType.INT, PrimitiveType.INT, NewArray.LENGTHS)
                : zeros(type, PrimitiveType.INT, PrimitiveType.INT, NewArray.LENGTHS, NewArray.LENGTHS);
    }

    private static MethodRef zeros(ArrayType type, IrType... parameters) {
        String name = type.scalar() == PrimitiveType.DOUBLE ? "zeros" : type.scalar() + "Zeros";
        return method(name, type, parameters);
    }

    /** An array of exactly the given lengths, with any content. */
    public static MethodRef scratch(ArrayType type) {
        return method("scratch", type, zeros(type).parameterTypes().toArray(new IrType[0]));
    }

    /** An array of at least the given length, with any content. */
    public static MethodRef tape(ArrayType type) {
        return method(type.scalar() + "s", type, PrimitiveType.INT, PrimitiveType.INT);
    }

    /** Whether the expression is a {@link #tape}. */
    public static boolean isTape(@Nullable Expression expression) {
        return expression instanceof Call call
                && call.method().owner().equals(ObjectType.WORKSPACE.qualifiedName())
                && call.type() instanceof ArrayType type
                && call.method().equals(tape(type));
    }

    /** A longer array with the same content. */
    public static MethodRef grow(ArrayType type) {
        return method("grow", type, PrimitiveType.INT, type);
    }

    private static MethodRef method(String name, IrType returnType, IrType... parameterTypes) {
        return MethodRef.ofInstance(ObjectType.WORKSPACE.qualifiedName(), name, returnType, parameterTypes);
    }
}
