package dev.pullback.processor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every oracle catches the mistakes it is there for. The derivatives are written by hand as the processor would write them,
 * for a method that overwrites its array in place; each test puts one mistake in.
 */
@Tag("planted")
final class PlantedGradientTest {
    private static final String PRIMAL = """
            public class Planted {
                public static double f(double x, double[] a, int n, double y) {
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        if (a[i] > 100) {
                            throw new IllegalStateException("too large");
                        }
                        a[i] = a[i] * a[i] * x;
                        sum += Math.sin(a[i]) + y * y * y;
                    }
                    return sum;
                }
            }
            """;

    private static final String DERIVATIVES = """
            import dev.pullback.runtime.Workspace;

            public final class PlantedDerivatives {
                public record FGradient(double x, double[] a, double y) {}

                public static double fValueAndGradient(
                        double x, double[] a, int n, double y, double[] aBar, double[] scalarBars) {
                    return fValueAndGradient(x, a, n, y, aBar, scalarBars, new Workspace());
                }

                public static double fValueAndGradient(
                        double x, double[] a, int n, double y, double[] aBar, double[] scalarBars, Workspace workspace) {
                    double[] tape = workspace.doubles(0, n);
                    double[] local = workspace.zeros(0, n);
                    double sum = 0;
                    for (int i = 0; i < n; i++) {
                        if (a[i] > 100) {
                            throw new IllegalStateException("too large");
                        }
                        tape[i] = a[i];
                        a[i] = a[i] * a[i] * x;
                        sum += Math.sin(a[i]) + y * y * y;
                    }
                    java.util.Arrays.fill(aBar, 0);
                    java.util.Arrays.fill(scalarBars, 0);
                    sweep(x, a, n, y, 1.0, aBar, scalarBars, tape, local);
                    return sum;
                }

                public static void fPullback(
                        double x, double[] a, int n, double y, double resultBar, double[] aBar, double[] scalarBars) {
                    fPullback(x, a, n, y, resultBar, aBar, scalarBars, new Workspace());
                }

                public static void fPullback(
                        double x, double[] a, int n, double y, double resultBar, double[] aBar, double[] scalarBars,
                        Workspace workspace) {
                    double[] tape = workspace.doubles(0, n);
                    double[] local = workspace.zeros(0, n);
                    for (int i = 0; i < n; i++) {
                        tape[i] = a[i];
                        a[i] = a[i] * a[i] * x;
                    }
                    sweep(x, a, n, y, resultBar, aBar, scalarBars, tape, local);
                }

                private static void sweep(
                        double x, double[] a, int n, double y, double resultBar, double[] aBar, double[] scalarBars,
                        double[] tape, double[] local) {
                    for (int i = n - 1; i >= 0; i--) {
                        local[i] += Math.cos(a[i]) * resultBar;
                        scalarBars[1] += 3 * y * y * resultBar;
                        aBar[i] += 2 * tape[i] * x * local[i];
                        scalarBars[0] += tape[i] * tape[i] * local[i];
                    }
                }

                public static FGradient fGradient(double x, double[] a, int n, double y) {
                    double[] aBar = new double[a.length];
                    double[] scalarBars = new double[2];
                    fValueAndGradient(x, a, n, y, aBar, scalarBars);
                    return new FGradient(scalarBars[0], aBar, scalarBars[1]);
                }

                public static double fPushforward(
                        double x, double[] a, int n, double y, double xDot, double[] aDot, double yDot) {
                    return fPushforward(x, a, n, y, xDot, aDot, yDot, new Workspace());
                }

                public static double fPushforward(
                        double x, double[] a, int n, double y, double xDot, double[] aDot, double yDot,
                        Workspace workspace) {
                    double sumDot = 0;
                    for (int i = 0; i < n; i++) {
                        double dot = 2 * a[i] * x * aDot[i] + a[i] * a[i] * xDot;
                        a[i] = a[i] * a[i] * x;
                        sumDot += Math.cos(a[i]) * dot + 3 * y * y * yDot;
                    }
                    return sumDot;
                }
            }
            """;

    @Test
    void rightDerivativesPass() {
        Verdict verdict = check(DERIVATIVES);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.unjudged()).isZero();
        assertThat(verdict.judged()).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sign                | aBar[i] += 2 * tape[i]          | aBar[i] -= 2 * tape[i]       | central-differences
            sign by identity    | aBar[i] += 2 * tape[i]          | aBar[i] -= 2 * tape[i]       | dot-product
            factor              | += 3 * y * y * resultBar        | += 2 * y * y * resultBar     | central-differences
            factor by identity  | += 3 * y * y * resultBar        | += 2 * y * y * resultBar     | dot-product
            tiny factor         | += 3 * y * y * resultBar        | += 3.0000001 * y * y * resultBar | dot-product
            tangent             | 2 * a[i] * x * aDot[i]          | a[i] * x * aDot[i]           | dot-product
            one entry           | aBar[i] += 2                    | aBar[i] += (i == 1 ? 2.5 : 2) | central-differences
            swapped entries     | scalarBars[0] += tape           | scalarBars[1] += tape        | central-differences
            overwritten value   | tape[i] = a[i];                 | tape[i] = a[i] * x;          | central-differences
            overwrite           | java.util.Arrays.fill(aBar, 0); | aBar[0] = 0;                 | overwrite
            accumulation        | double[] tape, double[] local) { | double[] tape, double[] local) { aBar[0] = 0; | accumulate
            seed                | local[i] += Math.cos(a[i]) * resultBar | local[i] += Math.cos(a[i]) | accumulate
            stale workspace     | workspace.zeros(0, n)           | workspace.doubles(1, n)      | workspace
            input not restored  | return sum;                     | a[0] = tape[0]; return sum;  | inputs
            value               | return sum;                     | return Math.nextUp(sum);     | primal-value
            other gradient      | new FGradient(scalarBars[0]     | new FGradient(scalarBars[0] + 1e-9 | gradient
            """)
    void oracleCatches(String mistake, String right, String wrong, String oracle) {
        assertThat(DERIVATIVES).contains(right);
        assertThat(check(DERIVATIVES.replace(right, wrong)).oracles())
                .as(mistake)
                .contains(oracle);
    }

    @Test
    void throwsOracleCatches() {
        assertThat(throwing(DERIVATIVES).violations()).isEmpty();
        assertThat(throwing(DERIVATIVES.replace("new IllegalStateException(\"too", "new ArithmeticException(\"too"))
                        .oracles())
                .containsExactly("throws");
        assertThat(throwing(DERIVATIVES.replace("a[i] > 100", "a[i] > 1000")).oracles())
                .containsExactly("throws");
        assertThat(throwing(DERIVATIVES.replace("double sum = 0;", "double sum = 0; aBar[0] = 1;"))
                        .oracles())
                .containsExactly("throws");
    }

    @Test
    void kinksStayUnjudged() {
        String primal = "public class Planted { public static double f(double x, double y) {"
                + " return Math.abs(x) + Math.max(x, y) + y; } }";
        String derivatives = """
                public final class PlantedDerivatives {
                    public static double fValueAndGradient(double x, double y, double[] scalarBars) {
                        scalarBars[0] = 1;
                        scalarBars[1] = 1;
                        return Math.abs(x) + Math.max(x, y) + y;
                    }
                }
                """;
        CompilationResult result = compile(primal, derivatives);
        DerivativeProbe probe = DerivativeProbe.of(result, "Planted", "f");
        Verdict verdict = new Verdict();
        Inspection atKink = Inspection.of(probe, Arguments.of(0.0, 0.0), new Random(1), new Workspace());
        Oracles.CENTRAL_DIFFERENCES.check(atKink, verdict);
        assertThat(verdict.unjudged()).isEqualTo(2);
        assertThat(verdict.isInconclusive()).isTrue();
        assertThat(verdict.violations()).isEmpty();
    }

    private static Verdict check(String derivatives) {
        DerivativeProbe probe = DerivativeProbe.of(compile(PRIMAL, derivatives), "Planted", "f");
        Verdict verdict = new Verdict();
        Workspace shared = new Workspace();
        for (double shift : new double[] {0, 0.3}) {
            Arguments point = Arguments.of(0.7, new double[] {0.5 + shift, -1.2, 0.9}, 3, 1.1);
            Oracles.checkAll(probe, point, 1, shared, verdict);
        }
        return verdict;
    }

    private static Verdict throwing(String derivatives) {
        DerivativeProbe probe = DerivativeProbe.of(compile(PRIMAL, derivatives), "Planted", "f");
        Verdict verdict = new Verdict();
        Arguments point = Arguments.of(0.7, new double[] {0.5, 200, 0.9}, 3, 1.1);
        Oracles.checkAll(probe, point, 1, new Workspace(), verdict);
        return verdict;
    }

    private static CompilationResult compile(String primal, String derivatives) {
        CompilationResult result = ProcessorCompiler.plain()
                .compile(SourceFile.of("Planted", primal), SourceFile.of("PlantedDerivatives", derivatives));
        assertThat(result.errors()).as(result.describe()).isEmpty();
        return result;
    }
}
