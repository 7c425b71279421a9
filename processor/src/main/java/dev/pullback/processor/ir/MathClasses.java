package dev.pullback.processor.ir;

import java.util.Set;

/** The classes of elementary functions, of the platform and of libraries that copy it. */
public final class MathClasses {

    /** Canonical names. */
    public static final Set<String> NAMES = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "org.hipparchus.util.FastMath",
            "org.apache.commons.math3.util.FastMath",
            "org.apache.commons.math4.core.jdkmath.AccurateMath",
            "org.apache.commons.math4.core.jdkmath.JdkMath");

    private static final Set<String> BOXES =
            Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Boolean", "java.lang.Double");

    private static final Set<String> DIVISIONS = Set.of("floorDiv", "floorMod", "ceilDiv", "ceilMod", "clamp");

    private MathClasses() {}

    /** Whether calling the method can throw, for its arguments. */
    public static boolean mayThrow(MethodRef method) {
        if (BOXES.contains(method.owner())) {
            return method.name().startsWith("divide") || method.name().startsWith("remainder");
        }
        return !NAMES.contains(method.owner())
                || DIVISIONS.contains(method.name())
                || method.name().equals("clamp")
                || method.name().contains("Exact");
    }
}
