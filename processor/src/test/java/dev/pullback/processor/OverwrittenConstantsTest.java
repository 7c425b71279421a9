package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A method may overwrite its passive arrays: an objective finds them as the caller left them, at every call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverwrittenConstantsTest {

    private static final SourceFile SOURCE = SourceFile.of("Work", """
        package q;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;

        public final class Work {
            private Work() {}

            @Differentiable(derivatives = Derivative.HESSIAN)
            public static double f(double[] x, @Passive double[] b, int[] counts, @Passive double[][] m) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    b[i] *= 2;
                    counts[i]++;
                    m[i][0] += b[i];
                    sum += b[i] * counts[i] * m[i][0] * x[i] * x[i];
                }
                return sum;
            }

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            public static double loss(double[] x, @Passive double[] scales, @Passive double[] example) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    example[i] -= scales[i];
                    scales[i] = 0.5 * scales[i];
                    sum += example[i] * scales[i] * x[i];
                }
                return sum * sum;
            }
        }
        """);

    private final double[] b = {1, 2};
    private final int[] counts = {1, 3};
    private final double[][] m = {{0.5}, {-0.5}};
    private final double[] point = {0.5, -0.25};
    private CompilationResult result;

    @BeforeAll
    void compile() {
        result = ProcessorCompiler.withProcessor().compile(SOURCE);
        assertThat(result.succeeded()).as(result.describe()).isTrue();
    }

    @Test
    void objectivesFindTheSameAtEveryCall() throws ReflectiveOperationException {
        Class<?> derivatives = result.load("q.WorkDerivatives");
        SecondOrderObjective objective = (SecondOrderObjective) derivatives
                .getMethod("fObjective", double[].class, int[].class, double[][].class)
                .invoke(null, b, counts, m);
        double first = 2 * 2 * 2.5 * 0.25 + 4 * 4 * 3.5 * 0.0625;
        double[] gradient = new double[2];
        double[] product = new double[2];
        for (int call = 0; call < 2; call++) {
            assertThat(objective.value(point)).isEqualTo(first);
            assertThat(objective.valueAndGradient(point, gradient)).isEqualTo(first);
            objective.hessianVector(point, new double[] {1, 1}, product);
            assertThat(product).containsExactly(2 * 2 * 2 * 2.5, 2 * 4 * 4 * 3.5);
        }
        assertThat(b).containsExactly(1, 2);
        assertThat(counts).containsExactly(1, 3);
        assertThat(m).isDeepEqualTo(new double[][] {{0.5}, {-0.5}});
        b[0] = 2;
        assertThat(objective.value(point)).isNotEqualTo(first);
    }

    @Test
    @SuppressWarnings("unchecked")
    void exampleLossesLeaveTheExampleAlone() throws ReflectiveOperationException {
        double[] scales = {1, 2};
        double[] example = {3, 5};
        ExampleLoss<double[]> loss = (ExampleLoss<double[]>) result.load("q.WorkDerivatives")
                .getMethod("lossExampleLoss", double[].class)
                .invoke(null, (Object) scales);
        double[] gradient = new double[2];
        double sum = 2 * 0.5 * 0.5 - 3 * 0.25;
        for (int call = 0; call < 2; call++) {
            assertThat(loss.valueAndGradient(point, example, gradient, new Workspace()))
                    .isEqualTo(sum * sum);
            assertThat(loss.forThread().valueAndGradient(point, example, gradient, new Workspace()))
                    .isEqualTo(sum * sum);
        }
        assertThat(scales).containsExactly(1, 2);
        assertThat(example).containsExactly(3, 5);
    }
}
