package dev.pullback.processor.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pullback.processor.testkit.ProcessorCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every function with a derivative, over its domain and at edge points with their exact gradients: limits, zeros, ties, NaN. */
final class MathFunctionsTest {
    /** Expression; arguments for random points; then edge points. */
    private static final String FUNCTIONS = """
            sin(x)     | double in [-7, 7]     | double = 0.0 -> 1.0 | double = -0.0 -> 1.0 | double = NaN -> NaN
            cos(x)     | double in [-7, 7]     | double = 0.0 -> 0.0 | double = Infinity -> NaN
            tan(x)     | double in [-1.4, 1.4] | double = 0.0 -> 1.0
            asin(x)    | double in [-0.9, 0.9] | double = 0.0 -> 1.0 | double = 1.0 -> Infinity | double = 2.0 -> NaN
            acos(x)    | double in [-0.9, 0.9] | double = 0.0 -> -1.0 | double = -1.0 -> -Infinity
            atan(x)    | double in [-5, 5]     | double = 0.0 -> 1.0 | double = Infinity -> 0.0 | double = 1e200 -> 0.0
            sinh(x)    | double in [-3, 3]     | double = 0.0 -> 1.0 | double = NaN -> NaN
            cosh(x)    | double in [-3, 3]     | double = 0.0 -> 0.0 | double = -Infinity -> -Infinity
            tanh(x)    | double in [-3, 3]     | double = 0.0 -> 1.0 | double = Infinity -> 0.0 | double = -1000 -> 0.0
            exp(x)     | double in [-3, 3]     | double = 0.0 -> 1.0 | double = -Infinity -> 0.0 | double = NaN -> NaN
            expm1(x)   | double in [-3, 3]     | double = 0.0 -> 1.0 | double = -Infinity -> 0.0
            log(x)     | double in [0.1, 5]    | double = 1.0 -> 1.0 | double = 0.0 -> Infinity | double = Infinity -> 0.0
            log10(x)   | double in [0.1, 5]    | double = 0.0 -> Infinity
            log1p(x)   | double in [-0.9, 5]   | double = 0.0 -> 1.0 | double = -1.0 -> Infinity
            sqrt(x)    | double in [0.1, 5]    | double = 1.0 -> 0.5 | double = 0.0 -> Infinity | double = -1.0 -> NaN
            cbrt(x)    | double in [0.1, 5]    | double = 0.0 -> Infinity | double = -1.0 -> 0.3333333333333333
            abs(x)     | double in [0.1, 5]    | double = 0.0 -> 0.0 | double = -2.0 -> -1.0 | double = NaN -> NaN
            signum(x)  | double in [0.1, 5]    | double = 0.0 -> 0.0 | double = -2.0 -> 0.0
            floor(x)   | double in [0.1, 0.9]  | double = 1.0 -> 0.0
            ceil(x)    | double in [0.1, 0.9]  | double = 1.0 -> 0.0
            rint(x)    | double in [0.1, 0.4]  | double = 0.5 -> 0.0
            round(x)   | double in [0.1, 0.4]  | double = 0.5 -> 0.0
            toRadians(x) | double in [-180, 180] | double = 0.0 -> 0.017453292519943295
            toDegrees(x) | double in [-3, 3]   | double = 0.0 -> 57.29577951308232
            scalb(x, 3) | double in [-3, 3]    | double = 0.0 -> 8.0
            pow(x, 2)  | double in [-3, 3]     | double = 0.0 -> 0.0 | double = NaN -> NaN
            pow(x, 3)  | double in [-3, 3]     | double = -2.0 -> 12.0
            pow(x, -1) | double in [1, 3]      | double = -2.0 -> -0.25
            pow(x, 0.5) | double in [0.1, 3]   | double = 0.0 -> Infinity
            pow(2, x)  | double in [-3, 3]     | double = 0.0 -> 0.6931471805599453
            pow(x, y)  | double in [0.1, 3], double in [-2, 2] | double = 0.0, double = 2.0 -> 0.0, 0.0 \
            | double = 2.0, double = 0.0 -> 0.0, 0.6931471805599453 | double = 0.0, double = 1.0 -> 1.0, 0.0
            hypot(x, y) | double in [-3, 3], double in [-2, 2] | double = 0.0, double = 0.0 -> 0.0, 0.0 \
            | double = 3.0, double = -4.0 -> 0.6, -0.8 | double = 0.0, double = -4.0 -> 0.0, -1.0 \
            | double = 3e200, double = 4e200 -> 0.6, 0.8
            atan2(x, y) | double in [-3, 3], double in [0.5, 2] | double = 0.0, double = 1.0 -> 1.0, 0.0 \
            | double = 0.0, double = -1.0 -> -1.0, 0.0 | double = 2.0, double = 0.0 -> 0.0, -0.5
            max(x, y)  | double in [-3, -1], double in [0, 1] | double = 1.0, double = 1.0 -> 1.0, 0.0 \
            | double = -0.0, double = 0.0 -> 1.0, 0.0 | double = 2.0, double = 1.0 -> 1.0, 0.0
            min(x, y)  | double in [-3, -1], double in [0, 1] | double = 1.0, double = 1.0 -> 1.0, 0.0 \
            | double = 0.0, double = -0.0 -> 1.0, 0.0 | double = 2.0, double = 1.0 -> 0.0, 1.0
            fma(x, y, x) | double in [-3, -1], double in [0, 1] | double = 2.0, double = 3.0 -> 4.0, 2.0
            copySign(x, y) | double in [1, 3], double in [-3, -1] | double = 2.0, double = -0.0 -> -1.0, 0.0 \
            | double = -2.0, double = 1.0 -> -1.0, 0.0
            IEEEremainder(x, y) | double in [4.6, 5.4], double in [1.9, 2.1] | double = 5.0, double = 3.0 -> 1.0, -2.0
            """;

    private static final String MORE_FUNCTIONS = """
            asinh(x)   | double in [-3, 3]     | double = 0.0 -> 1.0 | double = 1e200 -> 1e-200
            acosh(x)   | double in [1.5, 5]    | double = 1.0 -> Infinity | double = 1e200 -> 1e-200
            atanh(x)   | double in [-0.8, 0.8] | double = 0.0 -> 1.0 | double = 1.0 -> Infinity
            log(x, y)  | double in [2, 3], double in [0.5, 4] | double = 2.0, double = 1.0 -> 0.0, 1.4426950408889634
            pow(x, 3)  | double in [-2, 2]     | double = 0.0 -> 0.0 | double = -2.0 -> 12.0
            pow(x, 0)  | double in [-2, 2]     | double = 0.0 -> 0.0
            pow(x, -2) | double in [1, 2]      | double = -1.0 -> 2.0
            clamp(x, y, 2) | double in [1.1, 1.9], double in [0, 1] | double = 1.0, double = 1.0 -> 1.0, 0.0 \
            | double = 0.0, double = 1.0 -> 0.0, 1.0 | double = 3.0, double = 1.0 -> 0.0, 0.0
            """;

    private static final String ERROR_FUNCTIONS = """
            erf(x)     | double in [-3, 3]     | double = 0.0 -> 1.1283791670955126 | double = Infinity -> 0.0
            erfc(x)    | double in [-3, 3]     | double = 0.0 -> -1.1283791670955126
            erfInv(x)  | double in [-0.9, 0.9] | double = 0.0 -> 0.886226925452758 | double = 1.0 -> Infinity
            erfcInv(x) | double in [0.1, 1.9]  | double = 1.0 -> -0.886226925452758 | double = 0.0 -> -Infinity
            """;

    private static final String GAMMA_FUNCTIONS = """
            gamma(x)    | double in [0.5, 4]   | double = 1.0 -> -0.5772156649015329 | double = -1.0 -> NaN
            logGamma(x) | double in [0.5, 9]   | double = 1.0 -> -0.5772156649015329 | double = 0.0 -> -Infinity
            digamma(x)  | double in [2, 9]     | double = 1.0 -> 1.6449340668482264
            trigamma(x) | double in [2, 9]     | double = 1.0 -> -2.4041138063191886
            """;

    private static final String OUR_FUNCTIONS = """
            normalPdf(x) | double in [-3, 3]   | double = 0.0 -> 0.0 | double = Infinity -> NaN
            normalCdf(x) | double in [-3, 3]   | double = 0.0 -> 0.3989422804014327
            normalInverseCdf(x) | double in [0.1, 0.9] | double = 0.5 -> 2.5066282746310002 | double = 0.0 -> Infinity
            beta(x, y)   | double in [0.5, 3], double in [0.5, 20] | double = 1.0, double = 1.0 -> -1.0, -1.0
            logBeta(x, y) | double in [0.5, 3], double in [0.5, 20] | double = 1.0, double = 1.0 -> -1.0, -1.0
            """;

    /** The derivatives of these are functions without rules. */
    private static final List<String> WITHOUT_HESSIAN = List.of("trigamma", "beta", "logBeta");

    private static final String OURS = "dev.pullback.runtime.math.SpecialFunctions";

    @TestFactory
    Stream<DynamicNode> derivativesOfEveryFunction() {
        List<ConformanceCase> cases = new ArrayList<>();
        for (String owner : List.of("Math", "StrictMath")) {
            FUNCTIONS.lines().forEach(line -> cases.add(example(owner, line.split("\\|"))));
        }
        (ERROR_FUNCTIONS + GAMMA_FUNCTIONS + OUR_FUNCTIONS)
                .lines()
                .forEach(line -> cases.add(example(OURS, line.split("\\|"))));
        return tests(cases);
    }

    /** A library's class is found on the class path and treated like ours. */
    @TestFactory
    Stream<DynamicNode> derivativesOfHipparchus() {
        List<ConformanceCase> cases = new ArrayList<>();
        (FUNCTIONS + MORE_FUNCTIONS)
                .lines()
                .forEach(line -> cases.add(example("org.hipparchus.util.FastMath", line.split("\\|"))));
        ERROR_FUNCTIONS.lines().forEach(line -> cases.add(example("org.hipparchus.special.Erf", line.split("\\|"))));
        GAMMA_FUNCTIONS
                .lines()
                .filter(line -> !line.startsWith("digamma") && !line.startsWith("trigamma"))
                .forEach(line -> cases.add(example("org.hipparchus.special.Gamma", line.split("\\|"))));
        return tests(cases, "-classpath", ProcessorCompiler.classPathWith(FastMath.class));
    }

    private static Stream<DynamicNode> tests(List<ConformanceCase> cases, String... options) {
        assumeTrue(ProcessorCompiler.processorExists());
        CaseBuild build = new CaseBuild(cases, options);
        return cases.stream()
                .map(c -> dynamicTest(c.name(), () -> {
                    ConformanceTest.judge(c, build.probe(c));
                    ConformanceTest.judgeHessian(c, build.probe(c));
                }));
    }

    private static ConformanceCase example(String owner, String[] columns) {
        String expression = owner + "." + columns[0].strip();
        String name = expression.replaceAll("\\W+", "_");
        StringBuilder text = new StringBuilder("package math;\n// seeds: 5\n// kinks\n");
        for (int i = 1; i < columns.length; i++) {
            text.append("// args: ").append(columns[i].strip()).append('\n');
        }
        String parameters = columns[0].contains(", y") ? "double x, double y" : "double x";
        text.append("public class ").append(name).append(" {\n");
        text.append("    @dev.pullback.annotations.Differentiable(\n");
        text.append("            derivatives = dev.pullback.annotations.Derivative.PUSHFORWARD)\n");
        text.append("    public static double f(").append(parameters).append(") {\n");
        text.append("        return ").append(expression).append(";\n    }\n}\n");
        boolean hasHessian = WITHOUT_HESSIAN.stream().noneMatch(columns[0]::startsWith);
        String source = hasHessian ? ConformanceCase.withHessian(text.toString()) : text.toString();
        return ConformanceCase.of(expression, name, source);
    }
}
