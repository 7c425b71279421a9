package dev.pullback.processor.frontend;

import dev.pullback.processor.ir.MathClasses;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Set;

/**
 * Platform methods known to be functions of their arguments through which no derivative can flow, because no argument is a real
 * number or because the result is a verdict about one. {@code Double.longBitsToDouble} is not among them: behind it a real
 * number may hide in an integer.
 */
final class PureMethods {

    private static final Set<String> BOXES = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Boolean");

    private static final Set<String> VERDICTS = Set.of("isNaN", "isInfinite", "isFinite", "compare");

    private PureMethods() {}

    /** Whether the method needs no rule. */
    static boolean isPassive(MethodRef method) {
        boolean isVerdict = method.owner().equals("java.lang.Double") && VERDICTS.contains(method.name());
        boolean isInteger = (MathClasses.NAMES.contains(method.owner()) || BOXES.contains(method.owner()))
                && method.returnType() != PrimitiveType.DOUBLE
                && method.parameterTypes().stream().noneMatch(type -> type == PrimitiveType.DOUBLE);
        return isVerdict || isInteger;
    }

    /** Whether the method gives another result each time. */
    static boolean isNondeterministic(String owner, String name) {
        if (owner.equals("java.lang.System")) {
            return name.equals("nanoTime") || name.equals("currentTimeMillis");
        }
        return MathClasses.NAMES.contains(owner) && name.equals("random");
    }
}
