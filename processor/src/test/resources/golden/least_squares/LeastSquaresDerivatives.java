package golden.least_squares;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Workspace;
import java.lang.Math;

/**
 * Derivatives of the methods of {@link LeastSquares}, written by the Pullback processor.
 */
@PullbackGenerated(LeastSquares.class)
public final class LeastSquaresDerivatives {
    /**
     * All methods are static.
     */
    private LeastSquaresDerivatives() {
    }

    /**
     * Computes the value of {@link LeastSquares#residual(double, double, double[], double[])} and overwrites the bars with its gradient.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code amplitude}, {@code rate}, in this order
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double residualValueAndGradient(double amplitude, double rate, double[] time,
            double[] measured, double[] scalarBars) {
        return residualValueAndGradient(amplitude, rate, time, measured, scalarBars,
                new Workspace());
    }

    /**
     * Computes the value of {@link LeastSquares#residual(double, double, double[], double[])} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code amplitude}, {@code rate}, in this order
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double residualValueAndGradient(double amplitude, double rate, double[] time,
            double[] measured, double[] scalarBars, Workspace workspace) {
        Shapes.requireLength(scalarBars, 2, "scalarBars");
        SharedMemory.requireUnread(scalarBars, time, measured, "scalarBars, time, measured");
        double[] expTape = workspace.doubles(0, time.length);
        // line 25: double sum = 0
        double sum = 0.0;
        // line 26: for (int i = 0; i < time.length; i++)
        for (int i = 0; i < time.length; i++) {
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            double t = time[i];
            double exp = Math.exp(-(rate * t));
            double r = amplitude * exp - measured[i];
            // line 28: sum += r * r
            sum += r * r;
            expTape[i] = exp;
        }
        double rateBar = 0.0;
        double amplitudeBar = 0.0;
        // line 26: for (int i = 0; i < time.length; i++)
        for (int i = 0; i < time.length; i++) {
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            double t = time[i];
            double exp = expTape[i];
            double r = amplitude * exp - measured[i];
            // line 28: sum += r * r
            double rBar = 2.0 * 0.5 * r;
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            amplitudeBar += rBar * exp;
            rateBar -= rBar * amplitude * exp * t;
        }
        scalarBars[0] = amplitudeBar;
        scalarBars[1] = rateBar;
        return 0.5 * sum;
    }

    /**
     * Computes the gradient of {@link LeastSquares#residual(double, double, double[], double[])}.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @return the partial derivatives with respect to {@code amplitude}, {@code rate}, in this order
     */
    public static double[] residualGradient(double amplitude, double rate, double[] time,
            double[] measured) {
        double[] scalarBars = new double[2];
        residualValueAndGradient(amplitude, rate, time, measured, scalarBars);
        return scalarBars;
    }

    /**
     * Adds to the bars the gradient of {@link LeastSquares#residual(double, double, double[], double[])} times the adjoint of its result.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code amplitude}, {@code rate}, which the products are added to, in this order
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void residualPullback(double amplitude, double rate, double[] time,
            double[] measured, double resultBar, double[] scalarBars) {
        residualPullback(amplitude, rate, time, measured, resultBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link LeastSquares#residual(double, double, double[], double[])} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code amplitude}, {@code rate}, which the products are added to, in this order
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void residualPullback(double amplitude, double rate, double[] time,
            double[] measured, double resultBar, double[] scalarBars, Workspace workspace) {
        Shapes.requireLength(scalarBars, 2, "scalarBars");
        SharedMemory.requireUnread(scalarBars, time, measured, "scalarBars, time, measured");
        double[] expTape = workspace.doubles(0, time.length);
        // line 26: for (int i = 0; i < time.length; i++)
        for (int i = 0; i < time.length; i++) {
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            double t = time[i];
            expTape[i] = Math.exp(-(rate * t));
        }
        // line 30: return 0.5 * sum
        double sumBar = resultBar * 0.5;
        double rateBar = 0.0;
        double amplitudeBar = 0.0;
        // line 26: for (int i = 0; i < time.length; i++)
        for (int i = 0; i < time.length; i++) {
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            double t = time[i];
            double exp = expTape[i];
            double r = amplitude * exp - measured[i];
            // line 28: sum += r * r
            double rBar = 2.0 * sumBar * r;
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            amplitudeBar += rBar * exp;
            rateBar -= rBar * amplitude * exp * t;
        }
        scalarBars[0] += amplitudeBar;
        scalarBars[1] += rateBar;
    }

    /**
     * Computes the directional derivative of {@link LeastSquares#residual(double, double, double[], double[])} along the tangents.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param amplitudeDot the tangent of {@code amplitude}
     * @param rateDot the tangent of {@code rate}
     * @return the derivative along the tangents
     */
    public static double residualPushforward(double amplitude, double rate, double[] time,
            double[] measured, double amplitudeDot, double rateDot) {
        return residualPushforward(amplitude, rate, time, measured, amplitudeDot, rateDot,
                new Workspace());
    }

    /**
     * Computes the directional derivative of {@link LeastSquares#residual(double, double, double[], double[])} along the tangents.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param amplitude independent argument of the primal
     * @param rate independent argument of the primal
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @param amplitudeDot the tangent of {@code amplitude}
     * @param rateDot the tangent of {@code rate}
     * @param workspace arrays to reuse from call to call
     * @return the derivative along the tangents
     */
    public static double residualPushforward(double amplitude, double rate, double[] time,
            double[] measured, double amplitudeDot, double rateDot, Workspace workspace) {
        // line 25: double sum = 0
        double sumDot = 0.0;
        // line 26: for (int i = 0; i < time.length; i++)
        for (int i = 0; i < time.length; i++) {
            // line 27: double r = model(amplitude, rate, time[i]) - measured[i]
            double t = time[i];
            double exp = Math.exp(-(rate * t));
            double r = amplitude * exp - measured[i];
            // line 28: sum += r * r
            sumDot += 2.0 * (amplitudeDot * exp - rateDot * t * exp * amplitude) * r;
        }
        // line 30: return 0.5 * sum
        return sumDot * 0.5;
    }

    /**
     * Creates {@link LeastSquares#residual(double, double, double[], double[])} as a function of the flat vector of its independents
     * {@code amplitude}, {@code rate}, in this order.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param time passive argument of the primal
     * @param measured passive argument of the primal
     * @return the objective
     */
    public static Objective residualObjective(double[] time, double[] measured) {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double amplitude;

            private double rate;

            @Override
            public double value(double[] point) {
                unpack(point);
                return LeastSquares.residual(amplitude, rate, time, measured);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                return residualValueAndGradient(amplitude, rate, time, measured, gradient,
                        workspace);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().scalar("amplitude").scalar("rate").build();
            }

            private void unpack(double[] point) {
                Shapes.requireLength(point, 2, "point");
                amplitude = point[0];
                rate = point[1];
            }
        };
    }
}
