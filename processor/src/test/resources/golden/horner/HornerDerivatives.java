package golden.horner;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Workspace;
import java.lang.Math;
import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Horner}, written by the Pullback processor.
 */
@PullbackGenerated(Horner.class)
public final class HornerDerivatives {
    /**
     * All methods are static.
     */
    private HornerDerivatives() {
    }

    /**
     * Computes the value of {@link Horner#polynomial(double, double[])} and overwrites the bars with its gradient.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @param cBar overwritten by the partial derivatives with respect to {@code c}
     * @param scalarBars overwritten by the partial derivatives with respect to {@code x}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double polynomialValueAndGradient(double x, double[] c, double[] cBar,
            double[] scalarBars) {
        return polynomialValueAndGradient(x, c, cBar, scalarBars, new Workspace());
    }

    /**
     * Computes the value of {@link Horner#polynomial(double, double[])} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @param cBar overwritten by the partial derivatives with respect to {@code c}
     * @param scalarBars overwritten by the partial derivatives with respect to {@code x}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double polynomialValueAndGradient(double x, double[] c, double[] cBar,
            double[] scalarBars, Workspace workspace) {
        Shapes.requireBar(c, cBar, "cBar");
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireDistinctBars(cBar, scalarBars, "cBar, scalarBars");
        SharedMemory.requireUnread(scalarBars, c, "scalarBars, c");
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        int start = c.length - 1;
        double[] pTape = workspace.doubles(0, Math.max(0, start + 1));
        // line 20: double p = 0
        double p = 0.0;
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        for (int i = start; i >= 0; i--) {
            pTape[start - i] = p;
            // line 22: p = p * x + c[i]
            p = p * x + c[i];
        }
        // line 24: return p
        double value = p;
        Arrays.fill(cBar, 0.0);
        double pBar = 1.0;
        double xBar = 0.0;
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        for (int i = 0; i <= start; i++) {
            // line 22: p = p * x + c[i]
            p = pTape[start - i];
            xBar += pBar * p;
            cBar[i] += pBar;
            pBar *= x;
        }
        scalarBars[0] = xBar;
        return value;
    }

    /**
     * Computes the gradient of {@link Horner#polynomial(double, double[])}.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @return the partial derivatives with respect to {@code x}, {@code c}
     */
    public static PolynomialGradient polynomialGradient(double x, double[] c) {
        double[] cBar = new double[c.length];
        double[] scalarBars = new double[1];
        polynomialValueAndGradient(x, c, cBar, scalarBars);
        return new PolynomialGradient(scalarBars[0], cBar);
    }

    /**
     * Adds to the bars the gradient of {@link Horner#polynomial(double, double[])} times the adjoint of its result.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param cBar the adjoints of {@code c}, which the products are added to
     * @param scalarBars the adjoints of {@code x}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void polynomialPullback(double x, double[] c, double resultBar, double[] cBar,
            double[] scalarBars) {
        polynomialPullback(x, c, resultBar, cBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Horner#polynomial(double, double[])} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param cBar the adjoints of {@code c}, which the products are added to
     * @param scalarBars the adjoints of {@code x}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void polynomialPullback(double x, double[] c, double resultBar, double[] cBar,
            double[] scalarBars, Workspace workspace) {
        Shapes.requireBar(c, cBar, "cBar");
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireUnread(scalarBars, c, "scalarBars, c");
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        int start = c.length - 1;
        double[] pTape = workspace.doubles(0, Math.max(0, start + 1));
        // line 20: double p = 0
        double p = 0.0;
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        for (int i = start; i >= 0; i--) {
            pTape[start - i] = p;
            // line 22: p = p * x + c[i]
            p = p * x + c[i];
        }
        // line 24: return p
        double pBar = resultBar;
        double xBar = 0.0;
        // line 21: for (int i = c.length - 1; i >= 0; i--)
        for (int i = 0; i <= start; i++) {
            // line 22: p = p * x + c[i]
            p = pTape[start - i];
            xBar += pBar * p;
            cBar[i] += pBar;
            pBar *= x;
        }
        scalarBars[0] += xBar;
    }

    /**
     * Creates {@link Horner#polynomial(double, double[])} as a function of the flat vector of its independents
     * {@code x}, {@code c}, in this order.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @return the objective
     */
    public static Objective polynomialObjective() {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double x;

            private double[] c = {};

            private double[] cBar = {};

            private final double[] scalarBars = new double[1];

            @Override
            public double value(double[] point) {
                unpack(point);
                return Horner.polynomial(x, c);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                double value = polynomialValueAndGradient(x, c, cBar, scalarBars, workspace);
                gradient[0] = scalarBars[0];
                Shapes.pack(cBar, gradient, 1);
                return value;
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().scalar("x").vector("c", length - 1).build();
            }

            private void unpack(double[] point) {
                if (point.length < 1) {
                    throw new IllegalArgumentException("point has length " + point.length + ", expected at least 1");
                }
                if (c.length != point.length - 1) {
                    c = new double[point.length - 1];
                    cBar = new double[point.length - 1];
                }
                x = point[0];
                Shapes.unpack(point, 1, c);
            }
        };
    }

    /**
     * Gives the flat vector that objectives of {@link Horner#polynomial(double, double[])} start from.
     *
     * @param x independent argument of the primal
     * @param c independent argument of the primal
     * @return a new vector: {@code x}, {@code c}, in this order
     */
    public static double[] polynomialPoint(double x, double[] c) {
        double[] point = new double[c.length + 1];
        point[0] = x;
        Shapes.pack(c, point, 1);
        return point;
    }

    /**
     * Gives the independent arguments of {@link Horner#polynomial(double, double[])} that a flat vector stands for.
     *
     * @param point a flat vector: {@code x}, {@code c}, in this order
     * @param c tells the lengths of arrays
     * @return new values; arrays have the lengths of the arguments' ones
     * @throws IllegalArgumentException if {@code point} has another length
     */
    public static PolynomialIndependents polynomialIndependents(double[] point, double[] c) {
        Shapes.requireLength(point, c.length + 1, "point");
        double[] cAt = Shapes.zerosLike(c);
        double xAt = point[0];
        Shapes.unpack(point, 1, cAt);
        return new PolynomialIndependents(xAt, cAt);
    }

    /**
     * The gradient of {@link Horner#polynomial(double, double[])}.
     */
    public static final class PolynomialGradient {
        /**
         * The partial derivatives with respect to {@code x}.
         */
        private final double x;

        /**
         * The partial derivatives with respect to {@code c}.
         */
        private final double[] c;

        /**
         * Keeps the given values.
         *
         * @param x the partial derivatives with respect to {@code x}
         * @param c the partial derivatives with respect to {@code c}
         */
        private PolynomialGradient(double x, double[] c) {
            this.x = x;
            this.c = c;
        }

        /**
         * The partial derivatives with respect to {@code x}.
         *
         * @return the partial derivatives with respect to {@code x}
         */
        public double x() {
            return x;
        }

        /**
         * The partial derivatives with respect to {@code c}.
         *
         * @return the partial derivatives with respect to {@code c}
         */
        public double[] c() {
            return c;
        }

        @Override
        public String toString() {
            return "PolynomialGradient[x=" + x + ", c=" + Arrays.toString(c) + "]";
        }
    }

    /**
     * The independent arguments of {@link Horner#polynomial(double, double[])}.
     */
    public static final class PolynomialIndependents {
        /**
         * The value of {@code x}.
         */
        private final double x;

        /**
         * The value of {@code c}.
         */
        private final double[] c;

        /**
         * Keeps the given values.
         *
         * @param x the value of {@code x}
         * @param c the value of {@code c}
         */
        private PolynomialIndependents(double x, double[] c) {
            this.x = x;
            this.c = c;
        }

        /**
         * The value of {@code x}.
         *
         * @return the value of {@code x}
         */
        public double x() {
            return x;
        }

        /**
         * The value of {@code c}.
         *
         * @return the value of {@code c}
         */
        public double[] c() {
            return c;
        }

        @Override
        public String toString() {
            return "PolynomialIndependents[x=" + x + ", c=" + Arrays.toString(c) + "]";
        }
    }
}
