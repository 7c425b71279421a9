package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An example loss is, bit for bit, the objective for its example: for independents, receivers and examples of every kind. */
final class ExampleLossTest {

    private static final String MODEL = """
        package q;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;

        final class Model {
            final double scale = 2;
            double rate = 0.5;

            record Layer(double[][] w, double[] bias, int kind) {}

            record Example(double[] x, double y) {}

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            static double arrays(double[][] w, double[] b, double c, @Passive double weight, @Passive Example e) {
                double[] x = e.x();
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    double z = b[k];
                    for (int j = 0; j < x.length; j++) {
                        z += w[k][j] * x[j];
                    }
                    sum += weight * c * Math.tanh(z);
                }
                return (sum - e.y()) * (sum - e.y());
            }

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            static double records(Layer layer, @Passive Example e) {
                double[] x = e.x();
                double sum = layer.kind();
                for (int k = 0; k < layer.bias().length; k++) {
                    double z = layer.bias()[k];
                    for (int j = 0; j < x.length; j++) {
                        z += layer.w()[k][j] * x[j];
                    }
                    sum += Math.tanh(z);
                }
                return sum * e.y();
            }

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            double vector(double[] v, int i) {
                return scale * v[i] * v[i];
            }

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            static double singles(float[] v, float s, @Passive double[] x) {
                return s * v[0] * x[0] + Math.sin(v[1]) * x[1];
            }

            @Differentiable(wrt = {"rate", "a"}, derivatives = Derivative.EXAMPLE_LOSS)
            double fields(double a, @Passive Example e) {
                return rate * a * e.y();
            }

            @Differentiable(derivatives = {Derivative.EXAMPLE_LOSS, Derivative.HESSIAN})
            static double overloaded(double[] v, @Passive Example e) {
                return v[0] * v[0] * e.y();
            }

            @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
            static double overloaded(double[] v, @Passive double[] e) {
                return v[0] * e[0];
            }
        }
        """;

    private static final String CHECK = """
        package q;

        import dev.pullback.runtime.Objective;
        import dev.pullback.runtime.Workspace;
        import dev.pullback.runtime.data.ExampleLoss;
        import java.util.Arrays;
        import q.Model.Example;

        public final class Check {
            private static final Example ONE = new Example(new double[] {0.5, -1}, 3);
            private static final Example TWO = new Example(new double[] {2, 0.25}, -1);

            private static <E> void same(ExampleLoss<E> loss, E example, Objective objective, double... point) {
                double[] expected = new double[point.length];
                double value = objective.valueAndGradient(point, expected);
                for (ExampleLoss<E> own : Arrays.asList(loss, loss.forThread())) {
                    double[] gradient = new double[point.length];
                    Arrays.fill(gradient, Double.NaN);
                    if (own.valueAndGradient(point, example, gradient, new Workspace()) != value
                            || !Arrays.equals(gradient, expected)) {
                        throw new AssertionError(Arrays.toString(gradient) + Arrays.toString(expected));
                    }
                    if (own.value(point, example, new Workspace()) != value) {
                        throw new AssertionError(own.value(point, example, new Workspace()) + ", not " + value);
                    }
                }
                if (!loss.parameterBlocks(point.length).equals(objective.parameterBlocks(point.length))) {
                    throw new AssertionError(loss.parameterBlocks(point.length));
                }
            }

            public static void arrays() {
                ExampleLoss<Example> loss = ModelDerivatives.arraysExampleLoss(0.5, 2, 2, 2);
                double[] point = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
                same(loss, ONE, ModelDerivatives.arraysObjective(0.5, ONE, 2, 2, 2), point);
                same(loss, TWO, ModelDerivatives.arraysObjective(0.5, TWO, 2, 2, 2), point);
                ExampleLoss<Example> shaped =
                        ModelDerivatives.arraysExampleLoss(new double[2][2], new double[2], 0, 0.5);
                same(shaped, ONE, ModelDerivatives.arraysObjective(new double[2][2], new double[2], 0, 0.5, ONE), point);
            }

            public static void records() {
                ExampleLoss<Example> loss = ModelDerivatives.recordsExampleLoss(4, 1, 2, 1);
                same(loss, ONE, ModelDerivatives.recordsObjective(ONE, 4, 1, 2, 1), 0.1, 0.2, 0.3);
                same(loss, TWO, ModelDerivatives.recordsObjective(TWO, 4, 1, 2, 1), 0.1, 0.2, 0.3);
                Model.Layer layer = new Model.Layer(new double[1][2], new double[1], 4);
                same(ModelDerivatives.recordsExampleLoss(layer), ONE, ModelDerivatives.recordsObjective(layer, ONE), 0.1, 0.2, 0.3);
            }

            public static void receiverAndNumber() {
                ExampleLoss<Integer> loss = ModelDerivatives.vectorExampleLoss(new Model());
                same(loss, 1, ModelDerivatives.vectorObjective(new Model(), 1), 2, 3, 4);
                same(loss, 0, ModelDerivatives.vectorObjective(new Model(), 0), 2, 3);
            }

            public static void singlePrecision() {
                ExampleLoss<double[]> loss = ModelDerivatives.singlesExampleLoss();
                double[] x = {1, 2};
                same(loss, x, ModelDerivatives.singlesObjective(x), 0.5, 0.25, 2);
            }

            public static void fields() {
                Model model = new Model();
                ExampleLoss<Example> loss = ModelDerivatives.fieldsExampleLoss(model);
                same(loss, ONE, ModelDerivatives.fieldsObjective(model, ONE), 0.5, 0.25);
                if (model.rate != 0.5) {
                    throw new AssertionError(model.rate);
                }
            }

            public static void overloads() {
                same(
                        ModelDerivatives.overloadedExampleLoss(),
                        ONE,
                        ModelDerivatives.overloadedObjective(ONE),
                        2);
                double[] x = {1, 2};
                same(ModelDerivatives.overloadedExampleLoss2(), x, ModelDerivatives.overloadedObjective(x), 2);
            }

            public static void wrongLength() {
                try {
                    ModelDerivatives.arraysExampleLoss(0.5, 2, 2, 2)
                            .valueAndGradient(new double[6], ONE, new double[6], new Workspace());
                } catch (IllegalArgumentException expected) {
                    return;
                }
                throw new AssertionError("accepted");
            }
        }
        """;

    @TestFactory
    Stream<DynamicTest> exampleLossesAreObjectives() {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all", "-Werror", "-Xlint:-auxiliaryclass")
                .compile(SourceFile.of("Model", MODEL), SourceFile.of("Check", CHECK));
        assertThat(result.describe()).isEmpty();
        return Stream.of(result.load("q.Check").getMethods())
                .filter(method -> method.getDeclaringClass().getSimpleName().equals("Check"))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> call(method)));
    }

    private static void call(Method method) throws Exception {
        method.invoke(null);
    }
}
