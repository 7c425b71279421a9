package dev.pullback.processor.rules;

import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Collections;
import java.util.List;

/**
 * What tells the overloads of a function apart.
 *
 * @param name the function's name
 * @param parameterTypes the types of its arguments
 */
public record Signature(String name, List<IrType> parameterTypes) {

    public Signature {
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** The signature of a method. */
    public static Signature of(MethodRef method) {
        return new Signature(method.name(), method.parameterTypes());
    }

    /** A function of so many real numbers. */
    static Signature ofReals(String name, int arity) {
        return new Signature(name, Collections.nCopies(arity, PrimitiveType.DOUBLE));
    }
}
