package dev.pullback.processor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.runtime.Workspace;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle of second derivatives catches the mistakes it is there for: each test puts one into derivatives that are right. */
@Tag("planted")
final class PlantedHessianTest {
    private static final String PRIMAL = """
            public class Planted {
                public static double f(double[] x) {
                    x[0] = x[0] * x[1];
                    return x[0] * x[0] + Math.sin(x[1]);
                }
            }
            """;

    private static final String DERIVATIVES = """
            import dev.pullback.runtime.Workspace;

            public final class PlantedDerivatives {
                public static double fValueAndGradient(double[] x, double[] xBar) {
                    double p = x[0] * x[1];
                    double a = x[0];
                    x[0] = p;
                    xBar[0] = 2 * p * x[1];
                    xBar[1] = 2 * p * a + Math.cos(x[1]);
                    return p * p + Math.sin(x[1]);
                }

                public static double[] fHessianVector(double[] x, double[] v) {
                    double[] product = new double[2];
                    fHessianVector(x, v, product, new Workspace());
                    return product;
                }

                public static void fHessianVector(double[] x, double[] v, double[] product, Workspace workspace) {
                    double[] scratch = workspace.zeros(0, 2);
                    double a = x[0];
                    x[0] = a * x[1];
                    scratch[0] += 2 * x[1] * x[1] * v[0] + 4 * a * x[1] * v[1];
                    scratch[1] += 4 * a * x[1] * v[0] + (2 * a * a - Math.sin(x[1])) * v[1];
                    System.arraycopy(scratch, 0, product, 0, 2);
                }

                public static double[][] fHessian(double[] x) {
                    double[][] hessian = new double[2][2];
                    fGradientAndHessian(x, new double[2], hessian, new Workspace());
                    return hessian;
                }

                public static double[] fHessianDiagonal(double[] x) {
                    double[][] hessian = fHessian(x);
                    return new double[] {hessian[0][0], hessian[1][1]};
                }

                public static double fGradientAndHessian(
                        double[] x, double[] gradient, double[][] hessian, Workspace workspace) {
                    double[] initial = x.clone();
                    double value = fValueAndGradient(x, gradient);
                    for (int i = 0; i < 2; i++) {
                        double[] unit = new double[2];
                        unit[i] = 1;
                        System.arraycopy(initial, 0, x, 0, 2);
                        fHessianVector(x, unit, hessian[i], workspace);
                    }
                    return value;
                }
            }
            """;

    @Test
    void rightDerivativesPass() {
        Verdict verdict = check(DERIVATIVES);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.unjudged()).isZero();
        assertThat(verdict.judged()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            factor                  | 2 * x[1] * x[1] * v[0]         | x[1] * x[1] * v[0]        | hessian
            dropped term            | (2 * a * a - Math.sin(x[1]))   | (2 * a * a)               | hessian
            sign                    | - Math.sin(x[1])) * v[1]       | + Math.sin(x[1])) * v[1]  | hessian
            value after overwriting | 4 * a * x[1] * v[0]            | 4 * x[0] * x[1] * v[0]    | hessian
            one half                | 4 * a * x[1] * v[0]            | 4.0000001 * a * x[1] * v[0] | symmetry
            stale workspace         | double[] scratch = workspace.zeros(0, 2) | double[] scratch = workspace.doubles(0, 2) | hessian
            arguments left alone    | x[0] = a * x[1];               | x[0] = a * x[1]; x[0] = a; | inputs
            arguments used up       | System.arraycopy(initial, 0, x, 0, 2); | ; | hessian
            diagonal                | {hessian[0][0], hessian[1][1]} | {hessian[0][0], hessian[1][0]} | hessian
            """)
    void everyMistakeIsCaught(String mistake, String right, String wrong, String oracle) {
        assertThat(DERIVATIVES).contains(right);
        assertThat(check(DERIVATIVES.replace(right, wrong)).oracles()).contains(oracle);
    }

    private static Verdict check(String derivatives) {
        CompilationResult result = ProcessorCompiler.plain()
                .compile(SourceFile.of("Planted", PRIMAL), SourceFile.of("PlantedDerivatives", derivatives));
        assertThat(result.errors()).as(result.describe()).isEmpty();
        DerivativeProbe probe = DerivativeProbe.of(result, "Planted", "f");
        Verdict verdict = new Verdict();
        Arguments point = Arguments.of(new double[] {0.8, 1.3});
        Inspection at = Inspection.of(probe, point, new Random(1), new Workspace());
        new HessianOracle().check(at, verdict);
        return verdict;
    }
}
