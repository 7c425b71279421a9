package dev.pullback.processor.frontend;

import dev.pullback.processor.request.AnnotationValues;
import dev.pullback.processor.request.RequestReader;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * Calls that may take values with derivatives although their bodies are not differentiated: what goes in comes out as text, as
 * an exception, as a place in an array, or not at all. Methods marked {@code @Passive} are constants because their author says so.
 */
final class OpenCalls {

    /** Loggers, printers and checks of arguments. */
    private static final Set<String> SINKS = Set.of(
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.lang.System.Logger",
            "java.util.logging.Logger",
            "org.slf4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.apache.commons.logging.Log",
            "org.apache.commons.lang3.Validate",
            "com.google.common.base.Preconditions");

    /** Static methods that make text of numbers, check them, or say where they stand. */
    private static final Set<String> FUNCTIONS = Set.of(
            "java.lang.String.format",
            "java.lang.String.valueOf",
            "java.lang.Double.toString",
            "java.util.Arrays.binarySearch",
            "java.util.Arrays.toString",
            "java.util.Arrays.deepToString",
            "java.util.Objects.toString",
            "java.util.Objects.requireNonNull");

    /** Classes of libraries with static checks of arguments among other methods. */
    private static final Set<String> CHECKERS = Set.of(
            "org.hipparchus.util.MathArrays",
            "org.hipparchus.util.MathUtils",
            "org.apache.commons.math3.util.MathArrays",
            "org.apache.commons.math3.util.MathUtils",
            "org.apache.commons.math4.legacy.core.MathArrays",
            "org.apache.commons.math4.legacy.exception.NullArgumentException");

    private OpenCalls() {}

    /** Whether the arguments of a call may carry derivatives. */
    static boolean contains(ExecutableElement method) {
        return isHarmless(method) || AnnotationValues.isPassive(method);
    }

    /** Whether objects of a class only take messages. */
    static boolean isSink(String className) {
        return SINKS.contains(className);
    }

    /** Whether the method checks its first argument and gives it back: {@code Objects.requireNonNull} and its kin. */
    static boolean givesBackArgument(ExecutableElement method) {
        return isHarmless(method) && method.getReturnType().getKind() == TypeKind.TYPEVAR;
    }

    /** Whether the method surely leaves array arguments as they are. */
    static boolean isHarmless(ExecutableElement method) {
        String owner = RequestReader.declaringType(method).getQualifiedName().toString();
        return SINKS.contains(owner)
                || FUNCTIONS.contains(owner + "." + method.getSimpleName())
                || isCheck(method, owner);
    }

    /** Whether the method of a library throws for arguments that it does not like, and gives nothing or whether it likes them. */
    private static boolean isCheck(ExecutableElement method, String owner) {
        String name = method.getSimpleName().toString();
        TypeKind result = method.getReturnType().getKind();
        return CHECKERS.contains(owner)
                && (name.startsWith("check") || name.startsWith("verify"))
                && (result == TypeKind.VOID || result == TypeKind.BOOLEAN);
    }
}
