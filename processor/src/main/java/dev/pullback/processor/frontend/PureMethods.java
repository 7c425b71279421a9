package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.IrType;
import dev.pullback.processor.ir.MathClasses;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Platform methods known to be functions of their arguments through which no derivative can flow, because no argument is a real
 * number, because the result is a verdict about one, or because the user asks for it. {@code Double.longBitsToDouble} is not among them: behind it a real
 * number may hide in an integer.
 */
final class PureMethods {

    private static final Set<String> BOXES = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean");

    private static final Set<String> REALS = Set.of("java.lang.Float", "java.lang.Double");

    private static final String DERIVATIVES = "dev.pullback.runtime.Derivatives";

    private static final Set<String> VERDICTS = Set.of("isNaN", "isInfinite", "isFinite", "compare");

    /** Methods on {@code float} whose result is exactly that of the same method on {@code double}. */
    private static final Set<String> EXACT_IN_FLOAT = Set.of("abs", "max", "min", "signum", "copySign");

    private PureMethods() {}

    /** The method on {@code double} that gives the same result, if the method computes in {@code float} and there is one. */
    static Optional<MethodRef> inDouble(MethodRef method) {
        if (!MathClasses.NAMES.contains(method.owner())
                || method.returnType() != PrimitiveType.FLOAT
                || !EXACT_IN_FLOAT.contains(method.name())) {
            return Optional.empty();
        }
        IrType[] parameters = Collections.nCopies(method.parameterTypes().size(), PrimitiveType.DOUBLE)
                .toArray(IrType[]::new);
        return Optional.of(MethodRef.ofStatic(method.owner(), method.name(), PrimitiveType.DOUBLE, parameters));
    }

    /** Whether the method needs no rule. */
    static boolean isPassive(MethodRef method) {
        boolean isVerdict = REALS.contains(method.owner()) && VERDICTS.contains(method.name());
        boolean isInteger = (MathClasses.NAMES.contains(method.owner()) || BOXES.contains(method.owner()))
                && !method.returnType().isReal()
                && method.parameterTypes().stream().noneMatch(type -> type == PrimitiveType.DOUBLE);
        boolean isStop = method.owner().equals(DERIVATIVES) && method.name().equals("stopGradient");
        return isVerdict || isInteger || isStop;
    }

    /** Whether the method gives another result each time. */
    static boolean isNondeterministic(String owner, String name) {
        if (owner.equals("java.lang.System")) {
            return name.equals("nanoTime") || name.equals("currentTimeMillis");
        }
        return MathClasses.NAMES.contains(owner) && name.equals("random");
    }
}
