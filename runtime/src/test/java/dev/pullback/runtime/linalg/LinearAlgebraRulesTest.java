package dev.pullback.runtime.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pullback.runtime.check.DotProductCheck;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule: both modes against each other, and against central differences of the method. */
class LinearAlgebraRulesTest {

    @FunctionalInterface
    private interface Rule {
        /** The tangent of the result (seed null), or the flat bars of both arguments. */
        double[] apply(double[][] a, double[][] b, double[][] aDot, double[][] bDot, double[] seed);
    }

    @FunctionalInterface
    private interface Primal {
        double[] apply(double[][] a, double[][] b);
    }

    /** A method with its rules; b may have no columns. */
    private record Case(String name, double[][] a, double[][] b, Primal primal, Rule rule) {}

    private static Stream<Case> cases() {
        return IntStream.of(1, 2, 5).boxed().flatMap(n -> {
            double[][] a = regular(n, 7L + n);
            double[][] spd = positiveDefinite(n);
            double[][] tall = random(n + 2, n, 11L + n);
            double[][] b = random(n, 3, 13L + n);
            double[][] x = random(n, 1, 17L + n);
            return Stream.of(
                    new Case("multiply", tall, b, (p, q) -> flat(LinearAlgebra.multiply(p, q)), (p, q, s, t, seed) -> {
                        if (seed == null) {
                            return flat(LinearAlgebraRules.multiplyPushforward(p, q, s, t));
                        }
                        LinearAlgebraRules.multiplyPullback(p, q, matrix(seed, p.length, 3), s, t);
                        return null;
                    }),
                    vector(
                            "multiply by a vector",
                            tall,
                            x,
                            LinearAlgebra::multiply,
                            (p, q, r, s, t) -> LinearAlgebraRules.multiplyPushforward(p, q, s, t),
                            (p, q, r, seed, s, t) -> LinearAlgebraRules.multiplyPullback(p, q, seed, s, t)),
                    vector(
                            "solve",
                            a,
                            x,
                            LinearAlgebra::solve,
                            LinearAlgebraRules::solvePushforward,
                            LinearAlgebraRules::solvePullback),
                    vector(
                            "solvePositiveDefinite",
                            spd,
                            x,
                            LinearAlgebra::solvePositiveDefinite,
                            LinearAlgebraRules::solvePositiveDefinitePushforward,
                            LinearAlgebraRules::solvePositiveDefinitePullback),
                    unary(
                            "cholesky",
                            spd,
                            LinearAlgebra::cholesky,
                            LinearAlgebraRules::choleskyPushforward,
                            LinearAlgebraRules::choleskyPullback),
                    unary(
                            "inverse",
                            a,
                            LinearAlgebra::inverse,
                            LinearAlgebraRules::inversePushforward,
                            LinearAlgebraRules::inversePullback),
                    unary(
                            "qrOrthogonal",
                            tall,
                            LinearAlgebra::qrOrthogonal,
                            (p, r, s) -> DecompositionRules.qrOrthogonalPushforward(p, s),
                            (p, r, seed, s) -> DecompositionRules.qrOrthogonalPullback(p, seed, s)),
                    unary(
                            "qrTriangular",
                            tall,
                            LinearAlgebra::qrTriangular,
                            (p, r, s) -> DecompositionRules.qrTriangularPushforward(p, s),
                            (p, r, seed, s) -> DecompositionRules.qrTriangularPullback(p, seed, s)),
                    unary(
                            "eigenvectors",
                            spd,
                            LinearAlgebra::eigenvectors,
                            (p, r, s) -> DecompositionRules.eigenvectorsPushforward(p, s),
                            (p, r, seed, s) -> DecompositionRules.eigenvectorsPullback(p, seed, s)),
                    unary(
                            "eigenvalues",
                            spd,
                            p -> new double[][] {LinearAlgebra.eigenvalues(p)},
                            (p, r, s) -> new double[][] {DecompositionRules.eigenvaluesPushforward(p, s)},
                            (p, r, seed, s) -> DecompositionRules.eigenvaluesPullback(p, seed[0], s)),
                    unary(
                            "singularValues",
                            tall,
                            p -> new double[][] {LinearAlgebra.singularValues(p)},
                            (p, r, s) -> new double[][] {DecompositionRules.singularValuesPushforward(p, s)},
                            (p, r, seed, s) -> DecompositionRules.singularValuesPullback(p, seed[0], s)),
                    unary(
                            "singularValues of a wide matrix",
                            Matrices.transpose(tall),
                            p -> new double[][] {LinearAlgebra.singularValues(p)},
                            (p, r, s) -> new double[][] {DecompositionRules.singularValuesPushforward(p, s)},
                            (p, r, seed, s) -> DecompositionRules.singularValuesPullback(p, seed[0], s)),
                    unary(
                            "determinant",
                            a,
                            p -> new double[][] {{LinearAlgebra.determinant(p)}},
                            (p, r, s) -> new double[][] {{LinearAlgebraRules.determinantPushforward(p, r[0][0], s)}},
                            (p, r, seed, s) -> LinearAlgebraRules.determinantPullback(p, r[0][0], seed[0][0], s)),
                    unary(
                            "determinant of a singular matrix",
                            singular(n),
                            p -> new double[][] {{LinearAlgebra.determinant(p)}},
                            (p, r, s) -> new double[][] {{LinearAlgebraRules.determinantPushforward(p, r[0][0], s)}},
                            (p, r, seed, s) -> LinearAlgebraRules.determinantPullback(p, r[0][0], seed[0][0], s)),
                    unary(
                            "logDeterminant",
                            a,
                            p -> new double[][] {{LinearAlgebra.logDeterminant(p)}},
                            (p, r, s) -> new double[][] {{LinearAlgebraRules.logDeterminantPushforward(p, s)}},
                            (p, r, seed, s) -> LinearAlgebraRules.logDeterminantPullback(p, seed[0][0], s)));
        });
    }

    @TestFactory
    Stream<DynamicTest> pullbacksTransposePushforwards() {
        return cases().map(c -> DynamicTest.dynamicTest(c.name() + " " + c.a().length, () -> {
            int inputs = flat(c.a()).length + flat(c.b()).length;
            int outputs = c.primal().apply(c.a(), c.b()).length;
            new DotProductCheck(1e-12)
                    .assertMatches(
                            (xDot, yDot) -> {
                                double[] dot = tangent(c, xDot);
                                System.arraycopy(dot, 0, yDot, 0, outputs);
                            },
                            (yBar, xBar) -> {
                                double[][] aBar = part(c, xBar, true);
                                double[][] bBar = part(c, xBar, false);
                                c.rule().apply(c.a(), c.b(), aBar, bBar, yBar);
                                System.arraycopy(join(aBar, bBar), 0, xBar, 0, inputs);
                            },
                            inputs,
                            outputs);
        }));
    }

    @TestFactory
    Stream<DynamicTest> pushforwardsAgreeWithDifferences() {
        return cases().map(c -> DynamicTest.dynamicTest(c.name() + " " + c.a().length, () -> {
            double[] x = join(c.a(), c.b());
            double[] xDot = flat(random(1, x.length, 99));
            double[] dot = tangent(c, xDot);
            double h = 1e-5;
            double[] plus = at(c, x, xDot, h);
            double[] minus = at(c, x, xDot, -h);
            for (int i = 0; i < dot.length; i++) {
                double difference = (plus[i] - minus[i]) / (2 * h);
                assertThat(dot[i]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
            }
        }));
    }

    @Test
    void pullbacksAddToTheBars() {
        double[][] bar = {{10.0}};
        LinearAlgebraRules.logDeterminantPullback(new double[][] {{4.0}}, 1.0, bar);
        assertThat(bar[0][0]).isEqualTo(10.25);
    }

    @Test
    void equalValuesHaveNoDerivatives() {
        double[][] identity = {{1.0, 0.0}, {0.0, 1.0}};
        double[][] bar = new double[2][2];
        assertThatThrownBy(() -> DecompositionRules.eigenvaluesPullback(identity, new double[] {1.0, 0.0}, bar))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("eigenvalues 0 and 1 are equal (1.0): they have no derivatives");
        assertThatThrownBy(() -> DecompositionRules.eigenvectorsPushforward(identity, identity))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DecompositionRules.singularValuesPushforward(identity, identity))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("singular values 0 and 1 are equal");
        assertThatThrownBy(() ->
                        DecompositionRules.singularValuesPushforward(new double[][] {{1.0, 0.0}, {0.0, 0.0}}, identity))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("singular value 1 is zero: it has no derivative");
    }

    // ---- the plumbing ----

    @FunctionalInterface
    private interface VectorTangent {
        double[] apply(double[][] a, double[] b, double[] result, double[][] aDot, double[] bDot);
    }

    @FunctionalInterface
    private interface VectorPullback {
        void apply(double[][] a, double[] b, double[] result, double[] seed, double[][] aBar, double[] bBar);
    }

    @FunctionalInterface
    private interface UnaryTangent {
        double[][] apply(double[][] a, double[][] result, double[][] aDot);
    }

    @FunctionalInterface
    private interface UnaryPullback {
        void apply(double[][] a, double[][] result, double[][] seed, double[][] aBar);
    }

    private static Case vector(
            String name,
            double[][] a,
            double[][] x,
            java.util.function.BiFunction<double[][], double[], double[]> primal,
            VectorTangent tangent,
            VectorPullback pullback) {
        return new Case(name, a, x, (p, q) -> primal.apply(p, flat(q)), (p, q, s, t, seed) -> {
            double[] result = primal.apply(p, flat(q));
            if (seed == null) {
                return tangent.apply(p, flat(q), result, s, flat(t));
            }
            double[] bar = flat(t);
            pullback.apply(p, flat(q), result, seed, s, bar);
            for (int i = 0; i < bar.length; i++) {
                t[i][0] = bar[i];
            }
            return null;
        });
    }

    private static Case unary(
            String name,
            double[][] a,
            java.util.function.UnaryOperator<double[][]> primal,
            UnaryTangent tangent,
            UnaryPullback pullback) {
        return new Case(name, a, new double[0][0], (p, q) -> flat(primal.apply(p)), (p, q, s, t, seed) -> {
            double[][] result = primal.apply(p);
            if (seed == null) {
                return flat(tangent.apply(p, result, s));
            }
            pullback.apply(p, result, matrix(seed, result.length, result[0].length), s);
            return null;
        });
    }

    private static double[] tangent(Case c, double[] xDot) {
        return c.rule().apply(c.a(), c.b(), part(c, xDot, true), part(c, xDot, false), null);
    }

    private static double[] at(Case c, double[] x, double[] xDot, double h) {
        double[] moved = x.clone();
        Matrices.add(h, xDot, moved);
        return c.primal().apply(part(c, moved, true), part(c, moved, false));
    }

    private static double[][] part(Case c, double[] flat, boolean isFirst) {
        int split = flat(c.a()).length;
        double[][] shape = isFirst ? c.a() : c.b();
        double[] own = isFirst ? Arrays.copyOf(flat, split) : Arrays.copyOfRange(flat, split, flat.length);
        return matrix(own, shape.length, shape.length == 0 ? 0 : shape[0].length);
    }

    private static double[] join(double[][] a, double[][] b) {
        return Stream.of(a, b)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] flat(double[][] a) {
        return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] matrix(double[] flat, int rows, int columns) {
        double[][] result = new double[rows][];
        for (int i = 0; i < rows; i++) {
            result[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return result;
    }

    private static double[][] random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] flat = new double[rows * columns];
        Arrays.setAll(flat, i -> random.nextDouble() * 2 - 1);
        return matrix(flat, rows, columns);
    }

    private static double[][] regular(int n, long seed) {
        double[][] a = random(n, n, seed);
        for (int i = 0; i < n; i++) {
            a[i][n - 1 - i] += 2; // the pivots are off the diagonal
        }
        return a;
    }

    private static double[][] positiveDefinite(int n) {
        double[][] a = random(n, n, 23L + n);
        double[][] result = Matrices.product(a, Matrices.transpose(a));
        for (int i = 0; i < n; i++) {
            result[i][i] += 1 + i;
        }
        return result;
    }

    private static double[][] singular(int n) {
        double[][] a = regular(n, 29L + n);
        Arrays.fill(a[n / 2], 0.0);
        return a;
    }
}
