package dev.pullback.processor.rules;

import static java.util.Map.entry;

import dev.pullback.processor.ir.MethodRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of the libraries with rules that have none, for a reason worth telling. */
final class Unruled {
    private static final String SHAPE = "the derivative with respect to its first argument has no closed form";
    private static final String CANCELS = "the formula of its derivative loses all digits for large arguments";
    private static final String SETTINGS = "its precision is an argument; call the form with two arguments";
    private static final String WHOLE = "an exponent of type long has neighbours that a double cannot tell apart";

    private static final String DERIVATIVE = "it serves as a derivative itself, and higher ones are not offered";

    private static final List<String> LIBRARIES = List.of(
            "dev.pullback.runtime.math.",
            "org.hipparchus.",
            "org.apache.commons.math3.",
            "org.apache.commons.math4.",
            "org.apache.commons.numbers.");

    /** By simple name of the class and method. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            entry("Gamma.regularizedGammaP", SHAPE),
            entry("Gamma.regularizedGammaQ", SHAPE),
            entry("P.value", SHAPE),
            entry("Q.value", SHAPE),
            entry("IncompleteGamma.Lower.value", SHAPE),
            entry("Beta.regularizedBeta", SHAPE),
            entry("Beta.logBeta", SETTINGS),
            entry("RegularizedBeta.value", SHAPE),
            entry("SpecialFunctions.tetragamma", DERIVATIVE),
            entry("SpecialFunctions.digammaDifference", DERIVATIVE),
            entry("Erfcx.value", CANCELS),
            entry("FastMath.pow", WHOLE),
            entry("AccurateMath.pow", WHOLE));

    private Unruled() {}

    /** Why there is no rule. */
    static Optional<String> reason(MethodRef method) {
        if (LIBRARIES.stream().noneMatch(method.owner()::startsWith)) {
            return Optional.empty();
        }
        String owner = method.owner().substring(method.owner().lastIndexOf('.') + 1);
        return Optional.ofNullable(REASONS.get(owner + "." + method.name()));
    }
}
