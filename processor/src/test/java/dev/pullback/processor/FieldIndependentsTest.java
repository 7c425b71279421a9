package dev.pullback.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pullback.processor.testkit.CompilationResult;
import dev.pullback.processor.testkit.ProcessorCompiler;
import dev.pullback.processor.testkit.SourceFile;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Derivatives with respect to fields are, bit for bit, those of a static method that has the fields as its first parameters.
 * The sources hold both and compare.
 */
final class FieldIndependentsTest {

    /** Private and package-private fields of every type, in helpers, references, recursion and with records. */
    private static final String MODEL = """
        package q;

        import dev.pullback.annotations.Derivative;
        import dev.pullback.annotations.Differentiable;
        import dev.pullback.annotations.Passive;
        import java.util.function.DoubleUnaryOperator;

        class Base {
            double length = 0.75;
        }

        final class Model extends Base {
            private double stiffness = 1.5;
            final double[] weights = {0.5, -0.25, 2};
            double[][] m = {{1, 2}, {0.5, -1}};
            private final float gain = 0.3f;
            @Passive double fixed = 2;
            final int n = 3;

            double getStiffness() {
                return stiffness;
            }

            float gain() {
                return gain;
            }

            record State(double x, double v) {}

            @Differentiable(
                    wrt = {"x", "weights", "this.length", "stiffness", "m", "gain", "length"},
                    derivatives = {Derivative.PUSHFORWARD, Derivative.PUSHFORWARDS, Derivative.HESSIAN})
            double f(double[] x, double length, double c) {
                double s = this.length * length + gain * x[0];
                x[0] = s;
                double[] w = weights;
                for (int i = 0; i < n; i++) {
                    s += energy(x[i]) * w[i] * m[i % 2][0] + stiffness * c * fixed;
                }
                DoubleUnaryOperator g = this::energy;
                State last = step(new State(s, c));
                return s + g.applyAsDouble(s) + rec(s, 3) + last.x() * last.v();
            }

            @Differentiable(
                    wrt = {"stiffness", "weights", "y"},
                    derivatives = {Derivative.THIRD_ORDER, Derivative.TAYLOR})
            double smooth(double y) {
                return Math.exp(stiffness * y) * weights[0] * weights[1] * weights[2] + Math.sin(y * y * weights[1]);
            }

            @Differentiable(wrt = {"length", "weights", "x"}, derivatives = Derivative.JACOBIAN)
            double[] residuals(double[] x, double c) {
                double[] residuals = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    residuals[i] = x[i] * x[i] * weights[i] * Math.exp(length * c);
                }
                x[0] = 0;
                return residuals;
            }

            @Differentiable(
                    wrt = {"stiffness", "m", "y"}, outputs = "out", derivatives = Derivative.JACOBIAN)
            private void move(double y, double[] out) {
                out[0] = stiffness * y;
                out[1] = m[1][0] * y * y;
                out[2] = m[0][1] * out[0];
            }

            private double energy(double v) {
                return stiffness * v * v * Math.sin(length);
            }

            private double rec(double v, int k) {
                return k == 0 ? v * weights[k] : rec(Math.sin(v * stiffness), k - 1) * weights[k - 1];
            }

            private State step(State s) {
                return new State(s.x() + length * s.v(), s.v() - stiffness * Math.sin(s.x()));
            }
        }

        record Bond(double rate, double[] weights, int count) {
            @Differentiable(wrt = {"rate", "weights", "shift"}, derivatives = Derivative.HESSIAN)
            double price(double shift) {
                return squared() * weights[0] + count * rate * shift * weights[1];
            }

            private double squared() {
                return rate * rate;
            }
        }

        final class Twin {
            record State(double x, double v) {}

            @Differentiable(
                    wrt = {"stiffness", "weights", "m", "gain", "own", "x", "length"},
                    derivatives = {Derivative.PUSHFORWARD, Derivative.PUSHFORWARDS, Derivative.HESSIAN})
            static double f(double own, double stiffness, double[] weights, double[][] m, float gain,
                    double[] x, double length, double c) {
                double s = own * length + gain * x[0];
                x[0] = s;
                double[] w = weights;
                for (int i = 0; i < 3; i++) {
                    s += energy(own, stiffness, x[i]) * w[i] * m[i % 2][0] + stiffness * c * 2;
                }
                State last = step(own, stiffness, new State(s, c));
                return s + energy(own, stiffness, s) + rec(stiffness, weights, s, 3) + last.x() * last.v();
            }

            @Differentiable(
                    wrt = {"stiffness", "weights", "y"},
                    derivatives = {Derivative.THIRD_ORDER, Derivative.TAYLOR})
            static double smooth(double stiffness, double[] weights, double y) {
                return Math.exp(stiffness * y) * weights[0] * weights[1] * weights[2] + Math.sin(y * y * weights[1]);
            }

            @Differentiable(wrt = {"length", "weights", "x"}, derivatives = Derivative.JACOBIAN)
            static double[] residuals(double length, double[] weights, double[] x, double c) {
                double[] residuals = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    residuals[i] = x[i] * x[i] * weights[i] * Math.exp(length * c);
                }
                x[0] = 0;
                return residuals;
            }

            @Differentiable(
                    wrt = {"stiffness", "m", "y"}, outputs = "out", derivatives = Derivative.JACOBIAN)
            private static void move(double stiffness, double[][] m, double y, double[] out) {
                out[0] = stiffness * y;
                out[1] = m[1][0] * y * y;
                out[2] = m[0][1] * out[0];
            }

            static double energy(double own, double stiffness, double v) {
                return stiffness * v * v * Math.sin(own);
            }

            static double rec(double stiffness, double[] weights, double v, int k) {
                return k == 0 ? v * weights[k] : rec(stiffness, weights, Math.sin(v * stiffness), k - 1) * weights[k - 1];
            }

            static State step(double own, double stiffness, State s) {
                return new State(s.x() + own * s.v(), s.v() - stiffness * Math.sin(s.x()));
            }
        }
        """;

    private static final String CHECK = """
        package q;

        import dev.pullback.runtime.Objective;
        import java.util.Arrays;

        public final class Check {
            private static final Model MODEL = new Model();

            private static double[] x() {
                return new double[] {0.5, 1.5, -0.5};
            }

            private static void same(Object actual, Object expected) {
                if (!Arrays.deepEquals(new Object[] {actual}, new Object[] {expected})) {
                    throw new AssertionError(Arrays.deepToString(new Object[] {actual, expected}));
                }
            }

            public static void valueAndGradient() {
                double[][] w = new double[2][3];
                double[][][] m = new double[2][2][2];
                double[][] x = new double[2][3];
                double[][] scalars = new double[2][4];
                double value = ModelDerivatives.fValueAndGradient(MODEL, x(), 0.25, 2, w[0], m[0], x[0], scalars[0]);
                double twin = TwinDerivatives.fValueAndGradient(
                        0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2, w[1], m[1], x[1], scalars[1]);
                same(value, twin);
                same(value, MODEL.f(x(), 0.25, 2));
                same(w[0], w[1]);
                same(m[0], m[1]);
                same(x[0], x[1]);
                same(scalars[0], scalars[1]);
                if (w[0][0] == 0 || m[0][0][0] == 0 || scalars[0][1] == 0 || scalars[0][2] == 0) {
                    throw new AssertionError("zeros");
                }
            }

            public static void gradient() {
                ModelDerivatives.FGradient actual = ModelDerivatives.fGradient(MODEL, x(), 0.25, 2);
                TwinDerivatives.FGradient twin =
                        TwinDerivatives.fGradient(0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2);
                same(actual.thisLength(), twin.own());
                same(actual.stiffness(), twin.stiffness());
                same(actual.weights(), twin.weights());
                same(actual.m(), twin.m());
                same(actual.gain(), twin.gain());
                same(actual.x(), twin.x());
                same(actual.length(), twin.length());
            }

            public static void pushforward() {
                double[] wDot = {1, 2, 3};
                double[][] mDot = {{1, 0}, {-1, 0.5}};
                same(
                        ModelDerivatives.fPushforward(
                                MODEL, x(), 0.25, 2, 0.5, -1, wDot, mDot, 2f, new double[] {1, 1, 1}, 3),
                        TwinDerivatives.fPushforward(
                                0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2,
                                0.5, -1, wDot, mDot, 2f, new double[] {1, 1, 1}, 3));
            }

            /** The objective moves the fields without touching the object. */
            public static void objective() {
                Objective actual = ModelDerivatives.fObjective(MODEL, 2, 3, 2, 2, 3);
                Objective twin = TwinDerivatives.fObjective(2, 3, 2, 2, 3);
                double[] point = {0.7, 1.4, 0.1, 0.2, 0.3, 1, 2, 3, 4, 0.25, 0.5, -0.5, 0.75, 0.6};
                double[][] gradients = new double[2][point.length];
                same(actual.valueAndGradient(point, gradients[0]), twin.valueAndGradient(point, gradients[1]));
                same(gradients[0], gradients[1]);
                same(actual.value(point), twin.value(point));
                same(MODEL.length, 0.75);
                same(MODEL.weights, new double[] {0.5, -0.25, 2});
            }

            private static double[] vector(int length, double scale) {
                double[] v = new double[length];
                Arrays.setAll(v, i -> scale * Math.cos(i + scale));
                return v;
            }

            public static void directions() {
                double[][] directions = {vector(14, 1), vector(14, 2), vector(14, 3), vector(14, 4), vector(14, 5)};
                same(
                        ModelDerivatives.fPushforwards(MODEL, x(), 0.25, 2, directions),
                        TwinDerivatives.fPushforwards(
                                0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2, directions));
            }

            public static void hessian() {
                double[][] actual = ModelDerivatives.fHessian(MODEL, x(), 0.25, 2);
                same(actual, TwinDerivatives.fHessian(0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2));
                same(actual[0].length, 14);
                same(
                        ModelDerivatives.fHessianDiagonal(MODEL, x(), 0.25, 2),
                        TwinDerivatives.fHessianDiagonal(0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2));
                same(
                        ModelDerivatives.fHessianVector(MODEL, x(), 0.25, 2, vector(14, 1)),
                        TwinDerivatives.fHessianVector(
                                0.75, 1.5, MODEL.weights, MODEL.m, 0.3f, x(), 0.25, 2, vector(14, 1)));
            }

            /** The objective's products move the fields, too. */
            public static void objectiveHessian() {
                double[] point = {0.7, 1.4, 0.1, 0.2, 0.3, 1, 2, 3, 4, 0.25, 0.5, -0.5, 0.75, 0.6};
                double[][] products = new double[2][point.length];
                ModelDerivatives.fObjective(MODEL, 2, 3, 2, 2, 3).hessianVector(point, vector(14, 1), products[0]);
                TwinDerivatives.fObjective(2, 3, 2, 2, 3).hessianVector(point, vector(14, 1), products[1]);
                same(products[0], products[1]);
                same(MODEL.length, 0.75);
            }

            public static void higherOrders() {
                same(
                        ModelDerivatives.smoothThirdOrder(MODEL, 0.5, vector(5, 1), vector(5, 2)),
                        TwinDerivatives.smoothThirdOrder(1.5, MODEL.weights, 0.5, vector(5, 1), vector(5, 2)));
                same(
                        ModelDerivatives.smoothTaylor(MODEL, 0.5, vector(5, 1), 4),
                        TwinDerivatives.smoothTaylor(1.5, MODEL.weights, 0.5, vector(5, 1), 4));
            }

            public static void jacobian() {
                double[][] actual = ModelDerivatives.residualsJacobian(MODEL, x(), 2);
                same(actual, TwinDerivatives.residualsJacobian(0.75, MODEL.weights, x(), 2));
                same(actual[0].length, 7);
                if (actual[1][0] == 0 || actual[1][2] == 0 || actual[1][5] == 0) {
                    throw new AssertionError("zeros");
                }
                double[][] flat = new double[2][21];
                same(
                        ModelDerivatives.residualsValueAndJacobian(MODEL, x(), 2, flat[0]),
                        TwinDerivatives.residualsValueAndJacobian(0.75, MODEL.weights, x(), 2, flat[1]));
                same(flat[0], flat[1]);
                same(
                        ModelDerivatives.moveJacobian(MODEL, 0.5, new double[3]),
                        TwinDerivatives.moveJacobian(1.5, MODEL.m, 0.5, new double[3]));
            }

            /** Components of a record are fields with accessors. */
            public static void components() {
                Bond bond = new Bond(0.25, new double[] {1, 2}, 3);
                BondDerivatives.PriceGradient gradient = BondDerivatives.priceGradient(bond, 0.5);
                // rate^2 w0 + 3 rate shift w1
                same(gradient.rate(), 2 * 0.25 + 3 * 0.5 * 2);
                same(gradient.weights(), new double[] {0.0625, 0.375});
                same(gradient.shift(), 1.5);
                double[][] hessian = BondDerivatives.priceHessian(bond, 0.5);
                same(hessian, new double[][] {{2, 0.5, 1.5, 6}, {0.5, 0, 0, 0}, {1.5, 0, 0, 0.75}, {6, 0, 0.75, 0}});
            }

            /** The method overwrites x, which here is a field that it reads, too. */
            public static void sharedArray() {
                try {
                    ModelDerivatives.fGradient(MODEL, MODEL.weights, 0.25, 2);
                } catch (IllegalArgumentException expected) {
                    return;
                }
                throw new AssertionError("accepted");
            }
        }
        """;

    @TestFactory
    Stream<DynamicTest> fieldsAreParametersThatTheReceiverGives() {
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
