package dev.pullback.processor.rules;

import static java.util.Map.entry;

import dev.pullback.processor.ir.MathClasses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which functions the classes of libraries offer, as data. The libraries are known by name only: whoever calls them has them
 * on the class path.
 */
final class Libraries {

    /** Our own functions. */
    static final String RUNTIME = "dev.pullback.runtime.math.SpecialFunctions";

    private static final String NUMBERS = "org.apache.commons.numbers.gamma.";

    private static final String ERF = "erf/1 erf/2 erfc/1 erfInv/1 erfcInv/1";
    private static final String GAMMA = "gamma/1 logGamma/1 digamma/1 trigamma/1";
    private static final String NORMAL = "normalPdf/1 normalCdf/1 normalInverseCdf/1";

    /** {@code function/arity}, or {@code method=function/arity} where the class calls it otherwise. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            entry(
                    RUNTIME,
                    "erf/1 erfc/1 erfInv/1 erfcInv/1 gamma/1 logGamma/1 digamma/1 trigamma/1 beta/2 logBeta/2 "
                            + NORMAL),
            entry("org.hipparchus.special.Erf", ERF),
            entry("org.hipparchus.special.Gamma", GAMMA),
            entry("org.hipparchus.special.Beta", "logBeta/2"),
            entry("org.apache.commons.math3.special.Erf", ERF),
            entry("org.apache.commons.math3.special.Gamma", GAMMA),
            entry("org.apache.commons.math3.special.Beta", "logBeta/2"),
            entry(NUMBERS + "Erf", "value=erf/1"),
            entry(NUMBERS + "Erfc", "value=erfc/1"),
            entry(NUMBERS + "ErfDifference", "value=erf/2"),
            entry(NUMBERS + "InverseErf", "value=erfInv/1"),
            entry(NUMBERS + "InverseErfc", "value=erfcInv/1"),
            entry(NUMBERS + "Gamma", "value=gamma/1"),
            entry(NUMBERS + "LogGamma", "value=logGamma/1"),
            entry(NUMBERS + "Digamma", "value=digamma/1"),
            entry(NUMBERS + "Trigamma", "value=trigamma/1"),
            entry(NUMBERS + "Beta", "value=beta/2"),
            entry(NUMBERS + "LogBeta", "value=logBeta/2"));

    private Libraries() {}

    /** The rules of all methods, by class. */
    static Map<String, Map<Signature, LibraryMethod>> methods() {
        Map<String, Map<Signature, LibraryMethod>> result = new LinkedHashMap<>();
        for (String owner : MathClasses.NAMES) {
            Map<Signature, LibraryMethod> methods = new LinkedHashMap<>();
            MathRules.of(owner).forEach((method, rule) -> methods.put(method, new LibraryMethod(method, rule)));
            result.put(owner, methods);
        }
        Map<Signature, DerivativeRule> rules = SpecialRules.all();
        SPECIAL.forEach((owner, offers) -> {
            Map<Signature, LibraryMethod> methods = new LinkedHashMap<>();
            for (String offer : offers.split(" ")) {
                String[] parts = offer.split("[=/]");
                int arity = Integer.parseInt(parts[parts.length - 1]);
                Signature function = Signature.ofReals(parts[parts.length - 2], arity);
                DerivativeRule rule = Objects.requireNonNull(rules.get(function), offer);
                methods.put(Signature.ofReals(parts[0], arity), new LibraryMethod(function, rule));
            }
            result.put(owner, methods);
        });
        return result;
    }
}
