package dev.pullback.processor.rules;

import static dev.pullback.processor.ir.Arithmetic.divide;
import static dev.pullback.processor.ir.Arithmetic.multiply;
import static dev.pullback.processor.ir.Arithmetic.negate;

import dev.pullback.processor.ir.Call;
import dev.pullback.processor.ir.Expression;
import dev.pullback.processor.ir.Literal;
import dev.pullback.processor.ir.MethodRef;
import dev.pullback.processor.ir.PrimitiveType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of special functions, whoever offers them. Partial derivatives that are special functions themselves call our
 * runtime. A function is here only if all its partial derivatives are known to full accuracy.
 */
final class SpecialRules {
    private static final Expression TWO_BY_SQRT_PI = Literal.of(2.0 / Math.sqrt(Math.PI));
    private static final Expression HALF_SQRT_PI = Literal.of(0.5 * Math.sqrt(Math.PI));

    private final Map<Signature, DerivativeRule> rules = new LinkedHashMap<>();

    private SpecialRules() {}

    /** The rules by function. */
    static Map<Signature, DerivativeRule> all() {
        SpecialRules table = new SpecialRules();
        table.errorFunctions();
        table.normalDistribution();
        table.gammaFunctions();
        table.betaFunctions();
        return table.rules;
    }

    private void errorFunctions() {
        rule("erf", (s, x, r) -> multiply(s, bell(x.get(0))));
        rule("erf", (s, x, r) -> negate(multiply(s, bell(x.get(0)))), (s, x, r) -> multiply(s, bell(x.get(1))));
        rule("erfc", (s, x, r) -> negate(multiply(s, bell(x.get(0)))));
        rule("erfInv", (s, x, r) -> multiply(s, inverseBell(r)));
        rule("erfcInv", (s, x, r) -> negate(multiply(s, inverseBell(r))));
    }

    private void normalDistribution() {
        rule("normalPdf", (s, x, r) -> negate(multiply(s, multiply(x.get(0), r))));
        rule("normalCdf", (s, x, r) -> multiply(s, runtime("normalPdf", x.get(0))));
        rule("normalInverseCdf", (s, x, r) -> divide(s, runtime("normalPdf", r)));
    }

    private void gammaFunctions() {
        rule("gamma", (s, x, r) -> multiply(s, multiply(r, runtime("digamma", x.get(0)))));
        rule("logGamma", (s, x, r) -> multiply(s, runtime("digamma", x.get(0))));
        rule("digamma", (s, x, r) -> multiply(s, runtime("trigamma", x.get(0))));
        rule("trigamma", (s, x, r) -> multiply(s, runtime("tetragamma", x.get(0))));
    }

    private void betaFunctions() {
        rule(
                "logBeta",
                (s, x, r) -> negate(multiply(s, runtime("digammaDifference", x.get(0), x.get(1)))),
                (s, x, r) -> negate(multiply(s, runtime("digammaDifference", x.get(1), x.get(0)))));
        rule(
                "beta",
                (s, x, r) -> negate(multiply(s, multiply(r, runtime("digammaDifference", x.get(0), x.get(1))))),
                (s, x, r) -> negate(multiply(s, multiply(r, runtime("digammaDifference", x.get(1), x.get(0))))));
    }

    private void rule(String name, Partial... partials) {
        rules.put(Signature.ofReals(name, partials.length), DerivativeRule.of(partials));
    }

    /** {@code 2 / sqrt(pi) * exp(-x * x)}. */
    private static Expression bell(Expression x) {
        return multiply(TWO_BY_SQRT_PI, call("java.lang.Math", "exp", negate(multiply(x, x))));
    }

    /** The reciprocal of the derivative where the error function is inverted. */
    private static Expression inverseBell(Expression r) {
        return multiply(HALF_SQRT_PI, call("java.lang.Math", "exp", multiply(r, r)));
    }

    private static Expression runtime(String name, Expression... arguments) {
        return call(Libraries.RUNTIME, name, arguments);
    }

    private static Expression call(String owner, String name, Expression... arguments) {
        PrimitiveType[] types = new PrimitiveType[arguments.length];
        Arrays.fill(types, PrimitiveType.DOUBLE);
        return new Call(MethodRef.ofStatic(owner, name, PrimitiveType.DOUBLE, types), arguments);
    }
}
