package dev.pullback.processor.ir;

import java.util.List;

/**
 * A method that code can call.
 *
 * @param owner canonical name of the class, empty for a method of the generated class itself
 * @param name the simple name
 * @param parameterTypes erased parameter types, without the receiver
 * @param returnType the result type
 * @param isStatic false when the first argument of a call is the receiver
 */
public record MethodRef(String owner, String name, List<IrType> parameterTypes, IrType returnType, boolean isStatic) {

    public MethodRef {
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** A static method. */
    public static MethodRef ofStatic(String owner, String name, IrType returnType, IrType... parameterTypes) {
        return new MethodRef(owner, name, List.of(parameterTypes), returnType, true);
    }

    /** An instance method. */
    public static MethodRef ofInstance(String owner, String name, IrType returnType, IrType... parameterTypes) {
        return new MethodRef(owner, name, List.of(parameterTypes), returnType, false);
    }
}
