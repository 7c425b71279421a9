package dev.pullback.processor.rules;

import dev.pullback.processor.ir.ArrayType;
import dev.pullback.processor.ir.Callee;
import dev.pullback.processor.ir.DerivativeForm;
import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import dev.pullback.processor.ir.RecordSignature;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Library methods that overwrite an array, and the class of the runtime with their derivatives. */
public final class Overwriting {

    private static final String SORTING = "dev.pullback.runtime.Sorting";
    private static final IrType VECTOR = new ArrayType(PrimitiveType.DOUBLE);

    private Overwriting() {}

    /** The method as its callers see it, if it is one of these. */
    public static Optional<Callee> find(MethodRef method) {
        boolean isSort = method.owner().equals("java.util.Arrays")
                && (method.name().equals("sort") || method.name().equals("parallelSort"))
                && method.parameterTypes().get(0).equals(VECTOR);
        if (!isSort) {
            return Optional.empty();
        }
        List<Boolean> independents =
                method.parameterTypes().stream().map(VECTOR::equals).toList();
        MethodRef sort = MethodRef.ofStatic(
                method.owner(),
                "sort",
                method.returnType(),
                method.parameterTypes().toArray(new IrType[0]));
        Set<DerivativeForm> forms = EnumSet.complementOf(EnumSet.of(DerivativeForm.PUSHFORWARD_BLOCK));
        return Optional.of(
                new Callee(sort, SORTING, independents, List.of(0), Optional.empty(), forms, RecordSignature.NONE));
    }
}
