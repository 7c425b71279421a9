package dev.pullback.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

/** Independents of all kinds go into the flat vector of their objective and come back. */
final class PointTest {

    private static final SourceFile SOURCE = SourceFile.of("Points", """
        package q;

        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;
        import dev.pullback.runtime.Objective;
        import java.util.Arrays;

        public final class Points {
            private Points() {}

            record Grid(int n, double[] u, double h, float[] z) {}

            static final class Model {
                final double[] w;
                final double bias;

                Model(double[] w, double bias) {
                    this.w = w;
                    this.bias = bias;
                }

                @Differentiable(wrt = {"w", "bias", "x"})
                double f(double x) {
                    return w[0] * bias * x;
                }
            }

            @Differentiable
            static double vectorAndNumber(double[] w, double b, @Passive double[] x) {
                double s = b;
                for (int i = 0; i < w.length; i++) {
                    s += w[i] * x[i];
                }
                return s * s;
            }

            @Differentiable
            static double matrix(double[][] m) {
                return m[0][0] * m[1][1];
            }

            @Differentiable
            static double record(Grid g, double k) {
                return g.u()[g.n()] * g.h() * k + g.z()[0];
            }

            @Differentiable
            static double cube(double[][][] t, float s, @Passive int at) {
                return t[at][0][1] * s;
            }

            public static void check() {
                double[] w = {1, 2};
                double[] x = {5, 7};
                double[] point = PointsDerivatives.vectorAndNumberPoint(w, 3);
                same(point, 1, 2, 3);
                same(PointsDerivatives.vectorAndNumberObjective(x), point, vectorAndNumber(w, 3, x));
                same(PointsDerivatives.vectorAndNumberIndependents(point, new double[2]).w(), w);
                same(PointsDerivatives.vectorAndNumberIndependents(point, w).b(), 3);

                double[][] m = {{1, 2}, {3, 4}};
                point = PointsDerivatives.matrixPoint(m);
                same(point, 1, 2, 3, 4);
                same(PointsDerivatives.matrixObjective(m), point, 4);
                same(PointsDerivatives.matrixIndependents(point, new double[2][2])[1], 3, 4);
                double[][] jagged = {{1, 2}, {3, 4, 5}, {}};
                Objective ofJagged = PointsDerivatives.matrixObjective(jagged);
                point = PointsDerivatives.matrixPoint(jagged);
                same(ofJagged, point, 4);
                double[] gradient = new double[5];
                ofJagged.valueAndGradient(point, gradient);
                same(gradient, 4, 0, 0, 1, 0);
                same(ofJagged.parameterBlocks(5).block("m").length(), 5);
                same(ofJagged.parameterBlocks(5).block("m").columns(), 0);
                same(PointsDerivatives.matrixObjective(m).parameterBlocks(4).block("m").columns(), 2);
                refused(() -> ofJagged.value(new double[4]), "point has length 4, expected 5");
                point = PointsDerivatives.matrixPoint(m);
                refused(() -> PointsDerivatives.matrixIndependents(new double[5], m), "point has length 5, expected 4");

                Grid g = new Grid(1, new double[] {1, 2, 3}, 0.5, new float[] {7});
                point = PointsDerivatives.recordPoint(g, 9);
                same(point, 1, 2, 3, 0.5, 7, 9);
                same(PointsDerivatives.recordObjective(g, 9), point, record(g, 9));
                Grid back = PointsDerivatives.recordIndependents(point, g).g();
                same(back.u(), g.u());
                same(back.n() + back.h() + back.z()[0], 8.5);

                double[][][] t = {{{1, 2}}, {{3, 4}}};
                point = PointsDerivatives.cubePoint(t, 2);
                same(PointsDerivatives.cubeObjective(t, 2, 1), point, 8);
                double[][][] pages = {{{1, 2}, {5}}, {{3, 4, 6}}};
                same(PointsDerivatives.cubeObjective(pages, 2, 1), PointsDerivatives.cubePoint(pages, 2), 8);
                same(PointsDerivatives.cubeIndependents(point, t).t()[1][0], 3, 4);

                Model model = new Model(new double[] {2, 8}, 3);
                point = Points_ModelDerivatives.fPoint(model, 5);
                same(point, 2, 8, 3, 5);
                same(Points_ModelDerivatives.fObjective(model), point, 30);
                same(Points_ModelDerivatives.fIndependents(point, model).w(), 2, 8);
            }

            private static void same(Objective objective, double[] point, double value) {
                same(objective.value(point), value);
            }

            private static void same(double[] actual, double... expected) {
                if (!Arrays.equals(actual, expected)) {
                    throw new AssertionError(Arrays.toString(actual) + ", not " + Arrays.toString(expected));
                }
            }

            private static void same(double actual, double expected) {
                same(new double[] {actual}, expected);
            }

            private static void refused(Runnable call, String message) {
                try {
                    call.run();
                } catch (IllegalArgumentException e) {
                    if (e.getMessage().startsWith(message)) {
                        return;
                    }
                    throw e;
                }
                throw new AssertionError("no exception");
            }
        }
        """);

    @Test
    void pointsStandForIndependents() throws Throwable {
        CompilationResult result = ProcessorCompiler.withProcessor()
                .withOptions("-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror")
                .compile(SOURCE);
        assertThat(result.succeeded()).as(result.describe()).isTrue();
        try {
            result.load("q.Points").getDeclaredMethod("check").invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
