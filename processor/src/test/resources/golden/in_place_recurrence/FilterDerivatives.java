package golden.in_place_recurrence;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Workspace;
import java.lang.Math;
import java.lang.System;
import java.util.Arrays;

/**
 * Derivatives of the methods of {@link Filter}, written by the Pullback processor.
 */
@PullbackGenerated(Filter.class)
public final class FilterDerivatives {
    /**
     * All methods are static.
     */
    private FilterDerivatives() {
    }

    /**
     * Computes the value of {@link Filter#power(double[], double)} and overwrites the bars with its gradient.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @param xBar overwritten by the partial derivatives with respect to {@code x}
     * @param scalarBars overwritten by the partial derivatives with respect to {@code gain}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double powerValueAndGradient(double[] x, double gain, double[] xBar,
            double[] scalarBars) {
        return powerValueAndGradient(x, gain, xBar, scalarBars, new Workspace());
    }

    /**
     * Computes the value of {@link Filter#power(double[], double)} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @param xBar overwritten by the partial derivatives with respect to {@code x}
     * @param scalarBars overwritten by the partial derivatives with respect to {@code gain}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double powerValueAndGradient(double[] x, double gain, double[] xBar,
            double[] scalarBars, Workspace workspace) {
        Shapes.requireBar(x, xBar, "xBar");
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireDistinctBars(xBar, scalarBars, "xBar, scalarBars");
        SharedMemory.requireUnread(scalarBars, x, "scalarBars, x");
        double[] xTape = workspace.doubles(0, Math.max(0, x.length - 1));
        double[] productTape = workspace.doubles(1, Math.max(0, x.length - 1));
        // line 20: double sum = 0
        double sum = 0.0;
        // line 21: for (int i = 1; i < x.length; i++)
        for (int i = 1; i < x.length; i++) {
            // line 22: x[i] = x[i] + gain * x[i - 1] * x[i]
            double product = gain * x[i - 1];
            xTape[i - 1] = x[i];
            x[i] += product * x[i];
            // line 23: sum += x[i] * x[i]
            sum += x[i] * x[i];
            productTape[i - 1] = product;
        }
        double[] xBarSum = workspace.zerosLike(0, x);
        double[] xFinal = workspace.zeros(1, x.length);
        System.arraycopy(x, 0, xFinal, 0, x.length);
        double gainBar = 0.0;
        // line 21: for (int i = 1; i < x.length; i++)
        for (int i = x.length - 1; i >= 1; i--) {
            double product = productTape[i - 1];
            // line 23: sum += x[i] * x[i]
            xBarSum[i] += 2.0 * x[i];
            // line 22: x[i] = x[i] + gain * x[i - 1] * x[i]
            x[i] = xTape[i - 1];
            double bar = xBarSum[i];
            double productBar = bar * x[i];
            xBarSum[i] = bar + bar * product;
            gainBar += productBar * x[i - 1];
            xBarSum[i - 1] += productBar * gain;
        }
        Shapes.copy(xBarSum, xBar);
        scalarBars[0] = gainBar;
        System.arraycopy(xFinal, 0, x, 0, xFinal.length);
        return sum;
    }

    /**
     * Computes the gradient of {@link Filter#power(double[], double)}.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @return the partial derivatives with respect to {@code x}, {@code gain}
     */
    public static PowerGradient powerGradient(double[] x, double gain) {
        double[] xBar = new double[x.length];
        double[] scalarBars = new double[1];
        powerValueAndGradient(x, gain, xBar, scalarBars);
        return new PowerGradient(xBar, scalarBars[0]);
    }

    /**
     * Adds to the bars the gradient of {@link Filter#power(double[], double)} times the adjoint of its result.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param xBar the adjoints of {@code x}, which the products are added to
     * @param scalarBars the adjoints of {@code gain}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void powerPullbackInPlace(double[] x, double gain, double resultBar,
            double[] xBar, double[] scalarBars) {
        powerPullbackInPlace(x, gain, resultBar, xBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Filter#power(double[], double)} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param xBar the adjoints of {@code x}, which the products are added to
     * @param scalarBars the adjoints of {@code gain}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void powerPullbackInPlace(double[] x, double gain, double resultBar,
            double[] xBar, double[] scalarBars, Workspace workspace) {
        Shapes.requireBar(x, xBar, "xBar");
        Shapes.requireLength(scalarBars, 1, "scalarBars");
        SharedMemory.requireUnread(scalarBars, x, "scalarBars, x");
        double[] xTape = workspace.doubles(0, Math.max(0, x.length - 1));
        double[] productTape = workspace.doubles(1, Math.max(0, x.length - 1));
        // line 21: for (int i = 1; i < x.length; i++)
        for (int i = 1; i < x.length; i++) {
            // line 22: x[i] = x[i] + gain * x[i - 1] * x[i]
            double product = gain * x[i - 1];
            xTape[i - 1] = x[i];
            x[i] += product * x[i];
            productTape[i - 1] = product;
        }
        double[] xBarSum = workspace.zerosLike(0, x);
        double[] xFinal = workspace.zeros(1, x.length);
        System.arraycopy(x, 0, xFinal, 0, x.length);
        double gainBar = 0.0;
        // line 21: for (int i = 1; i < x.length; i++)
        for (int i = x.length - 1; i >= 1; i--) {
            double product = productTape[i - 1];
            // line 23: sum += x[i] * x[i]
            xBarSum[i] += 2.0 * resultBar * x[i];
            // line 22: x[i] = x[i] + gain * x[i - 1] * x[i]
            x[i] = xTape[i - 1];
            double bar = xBarSum[i];
            double productBar = bar * x[i];
            xBarSum[i] = bar + bar * product;
            gainBar += productBar * x[i - 1];
            xBarSum[i - 1] += productBar * gain;
        }
        Shapes.add(xBarSum, xBar);
        scalarBars[0] += gainBar;
        System.arraycopy(xFinal, 0, x, 0, xFinal.length);
    }

    /**
     * Creates {@link Filter#power(double[], double)} as a function of the flat vector of its independents
     * {@code x}, {@code gain}, in this order.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @return the objective
     */
    public static Objective powerObjective() {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double[] x = {};

            private double gain;

            private double[] xBar = {};

            private final double[] scalarBars = new double[1];

            @Override
            public double value(double[] point) {
                unpack(point);
                return Filter.power(x, gain);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                double value = powerValueAndGradient(x, gain, xBar, scalarBars, workspace);
                int next = Shapes.pack(xBar, gradient, 0);
                gradient[next] = scalarBars[0];
                return value;
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().vector("x", length - 1).scalar("gain").build();
            }

            private void unpack(double[] point) {
                if (point.length < 1) {
                    throw new IllegalArgumentException("point has length " + point.length + ", expected at least 1");
                }
                if (x.length != point.length - 1) {
                    x = new double[point.length - 1];
                    xBar = new double[point.length - 1];
                }
                int next = Shapes.unpack(point, 0, x);
                gain = point[next];
            }
        };
    }

    /**
     * Gives the flat vector that objectives of {@link Filter#power(double[], double)} start from.
     *
     * @param x independent argument of the primal
     * @param gain independent argument of the primal
     * @return a new vector: {@code x}, {@code gain}, in this order
     */
    public static double[] powerPoint(double[] x, double gain) {
        double[] point = new double[x.length + 1];
        int next = Shapes.pack(x, point, 0);
        point[next] = gain;
        return point;
    }

    /**
     * Gives the independent arguments of {@link Filter#power(double[], double)} that a flat vector stands for.
     *
     * @param point a flat vector: {@code x}, {@code gain}, in this order
     * @param x tells the lengths of arrays
     * @return new values; arrays have the lengths of the arguments' ones
     * @throws IllegalArgumentException if {@code point} has another length
     */
    public static PowerIndependents powerIndependents(double[] point, double[] x) {
        Shapes.requireLength(point, x.length + 1, "point");
        double[] xAt = Shapes.zerosLike(x);
        int next = Shapes.unpack(point, 0, xAt);
        double gainAt = point[next];
        return new PowerIndependents(xAt, gainAt);
    }

    /**
     * The gradient of {@link Filter#power(double[], double)}.
     */
    public static final class PowerGradient {
        /**
         * The partial derivatives with respect to {@code x}.
         */
        private final double[] x;

        /**
         * The partial derivatives with respect to {@code gain}.
         */
        private final double gain;

        /**
         * Keeps the given values.
         *
         * @param x the partial derivatives with respect to {@code x}
         * @param gain the partial derivatives with respect to {@code gain}
         */
        private PowerGradient(double[] x, double gain) {
            this.x = x;
            this.gain = gain;
        }

        /**
         * The partial derivatives with respect to {@code x}.
         *
         * @return the partial derivatives with respect to {@code x}
         */
        public double[] x() {
            return x;
        }

        /**
         * The partial derivatives with respect to {@code gain}.
         *
         * @return the partial derivatives with respect to {@code gain}
         */
        public double gain() {
            return gain;
        }

        @Override
        public String toString() {
            return "PowerGradient[x=" + Arrays.toString(x) + ", gain=" + gain + "]";
        }
    }

    /**
     * The independent arguments of {@link Filter#power(double[], double)}.
     */
    public static final class PowerIndependents {
        /**
         * The value of {@code x}.
         */
        private final double[] x;

        /**
         * The value of {@code gain}.
         */
        private final double gain;

        /**
         * Keeps the given values.
         *
         * @param x the value of {@code x}
         * @param gain the value of {@code gain}
         */
        private PowerIndependents(double[] x, double gain) {
            this.x = x;
            this.gain = gain;
        }

        /**
         * The value of {@code x}.
         *
         * @return the value of {@code x}
         */
        public double[] x() {
            return x;
        }

        /**
         * The value of {@code gain}.
         *
         * @return the value of {@code gain}
         */
        public double gain() {
            return gain;
        }

        @Override
        public String toString() {
            return "PowerIndependents[x=" + Arrays.toString(x) + ", gain=" + gain + "]";
        }
    }
}
