package golden.branch;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.Workspace;
import java.lang.Math;

/**
 * Derivatives of the methods of {@link Huber}, written by the Pullback processor.
 */
@PullbackGenerated(Huber.class)
public final class HuberDerivatives {
    /**
     * All methods are static.
     */
    private HuberDerivatives() {
    }

    /**
     * Computes the value of {@link Huber#huber(double, double)} and overwrites the bars with its gradient.
     *
     * @param r independent argument of the primal
     * @param delta independent argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code r}, {@code delta}, in this order
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double huberValueAndGradient(double r, double delta, double[] scalarBars) {
        return huberValueAndGradient(r, delta, scalarBars, new Workspace());
    }

    /**
     * Computes the value of {@link Huber#huber(double, double)} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param r independent argument of the primal
     * @param delta independent argument of the primal
     * @param scalarBars overwritten by the partial derivatives with respect to {@code r}, {@code delta}, in this order
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double huberValueAndGradient(double r, double delta, double[] scalarBars,
            Workspace workspace) {
        Shapes.requireLength(scalarBars, 2, "scalarBars");
        // line 20: double a = Math.abs(r)
        double a = Math.abs(r);
        double result;
        // line 21: if (a <= delta)
        if (a <= delta) {
            // line 22: return 0.5 * r * r
            result = 0.5 * r * r;
        } else {
            // line 24: return delta * (a - 0.5 * delta)
            result = delta * (a - 0.5 * delta);
        }
        double aBar = 0.0;
        double deltaBar = 0.0;
        double rBar = 0.0;
        // line 21: if (a <= delta)
        if (a <= delta) {
            // line 22: return 0.5 * r * r
            rBar += 0.5 * r;
            rBar += r * 0.5;
        } else {
            // line 24: return delta * (a - 0.5 * delta)
            deltaBar += a - 0.5 * delta;
            double differenceBar = delta;
            aBar += differenceBar;
            deltaBar -= differenceBar * 0.5;
        }
        // line 20: double a = Math.abs(r)
        rBar += r > 0.0 ? aBar : r < 0.0 ? -aBar : r == 0.0 ? 0.0 : Double.NaN;
        scalarBars[0] = rBar;
        scalarBars[1] = deltaBar;
        return result;
    }

    /**
     * Computes the gradient of {@link Huber#huber(double, double)}.
     *
     * @param r independent argument of the primal
     * @param delta independent argument of the primal
     * @return the partial derivatives with respect to {@code r}, {@code delta}, in this order
     */
    public static double[] huberGradient(double r, double delta) {
        double[] scalarBars = new double[2];
        huberValueAndGradient(r, delta, scalarBars);
        return scalarBars;
    }

    /**
     * Adds to the bars the gradient of {@link Huber#huber(double, double)} times the adjoint of its result.
     *
     * @param r independent argument of the primal
     * @param delta independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code r}, {@code delta}, which the products are added to, in this order
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void huberPullback(double r, double delta, double resultBar,
            double[] scalarBars) {
        huberPullback(r, delta, resultBar, scalarBars, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link Huber#huber(double, double)} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param r independent argument of the primal
     * @param delta independent argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param scalarBars the adjoints of {@code r}, {@code delta}, which the products are added to, in this order
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void huberPullback(double r, double delta, double resultBar, double[] scalarBars,
            Workspace workspace) {
        Shapes.requireLength(scalarBars, 2, "scalarBars");
        // line 20: double a = Math.abs(r)
        double a = Math.abs(r);
        double aBar = 0.0;
        double deltaBar = 0.0;
        double rBar = 0.0;
        // line 21: if (a <= delta)
        if (a <= delta) {
            // line 22: return 0.5 * r * r
            rBar += resultBar * (0.5 * r);
            rBar += resultBar * r * 0.5;
        } else {
            // line 24: return delta * (a - 0.5 * delta)
            deltaBar += resultBar * (a - 0.5 * delta);
            double differenceBar = resultBar * delta;
            aBar += differenceBar;
            deltaBar -= differenceBar * 0.5;
        }
        // line 20: double a = Math.abs(r)
        rBar += r > 0.0 ? aBar : r < 0.0 ? -aBar : r == 0.0 ? 0.0 : Double.NaN;
        scalarBars[0] += rBar;
        scalarBars[1] += deltaBar;
    }

    /**
     * Creates {@link Huber#huber(double, double)} as a function of the flat vector of its independents
     * {@code r}, {@code delta}, in this order.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @return the objective
     */
    public static Objective huberObjective() {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double r;

            private double delta;

            @Override
            public double value(double[] point) {
                unpack(point);
                return Huber.huber(r, delta);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                return huberValueAndGradient(r, delta, gradient, workspace);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().scalar("r").scalar("delta").build();
            }

            private void unpack(double[] point) {
                Shapes.requireLength(point, 2, "point");
                r = point[0];
                delta = point[1];
            }
        };
    }
}
