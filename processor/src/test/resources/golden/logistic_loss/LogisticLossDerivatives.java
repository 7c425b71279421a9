package golden.logistic_loss;

import dev.pullback.annotations.PullbackGenerated;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Shapes;
import dev.pullback.runtime.SharedMemory;
import dev.pullback.runtime.Workspace;
import java.lang.Math;
import java.util.Arrays;

/**
 * Derivatives of the methods of {@link LogisticLoss}, written by the Pullback processor.
 */
@PullbackGenerated(LogisticLoss.class)
public final class LogisticLossDerivatives {
    /**
     * All methods are static.
     */
    private LogisticLossDerivatives() {
    }

    /**
     * Computes the value of {@link LogisticLoss#loss(double[], double[][], double[])} and overwrites the bars with its gradient.
     *
     * @param w independent argument of the primal
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @param wBar overwritten by the partial derivatives with respect to {@code w}
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double lossValueAndGradient(double[] w, double[][] x, double[] y, double[] wBar) {
        return lossValueAndGradient(w, x, y, wBar, new Workspace());
    }

    /**
     * Computes the value of {@link LogisticLoss#loss(double[], double[][], double[])} and overwrites the bars with its gradient.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param w independent argument of the primal
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @param wBar overwritten by the partial derivatives with respect to {@code w}
     * @param workspace arrays to reuse from call to call
     * @return the value of the primal
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static double lossValueAndGradient(double[] w, double[][] x, double[] y, double[] wBar,
            Workspace workspace) {
        Shapes.requireBar(w, wBar, "wBar");
        SharedMemory.requireUnread(wBar, y, "wBar, y");
        double[] expTape = workspace.doubles(0, x.length);
        // line 22: double sum = 0
        double sum = 0.0;
        // line 23: for (int i = 0; i < x.length; i++)
        for (int i = 0; i < x.length; i++) {
            // line 24: double margin = 0
            double margin = 0.0;
            double[] xRowI = x[i];
            // line 25: for (int j = 0; j < w.length; j++)
            for (int j = 0; j < w.length; j++) {
                // line 26: margin += w[j] * x[i][j]
                margin += w[j] * xRowI[j];
            }
            // line 28: sum += Math.log1p(Math.exp(-y[i] * margin))
            double exp = Math.exp(-(y[i] * margin));
            sum += Math.log1p(exp);
            expTape[i] = exp;
        }
        Arrays.fill(wBar, 0.0);
        // line 30: return sum / x.length
        double sumBar = 1.0 / x.length;
        // line 23: for (int i = 0; i < x.length; i++)
        for (int i = 0; i < x.length; i++) {
            double exp = expTape[i];
            // line 28: sum += Math.log1p(Math.exp(-y[i] * margin))
            double marginBar = -(sumBar / (1.0 + exp) * exp * y[i]);
            double[] xRowI = x[i];
            // line 25: for (int j = 0; j < w.length; j++)
            for (int j = 0; j < w.length; j++) {
                // line 26: margin += w[j] * x[i][j]
                wBar[j] += marginBar * xRowI[j];
            }
        }
        return sum / x.length;
    }

    /**
     * Computes the gradient of {@link LogisticLoss#loss(double[], double[][], double[])}.
     *
     * @param w independent argument of the primal
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @return the partial derivatives with respect to {@code w}
     */
    public static double[] lossGradient(double[] w, double[][] x, double[] y) {
        double[] wBar = new double[w.length];
        lossValueAndGradient(w, x, y, wBar);
        return wBar;
    }

    /**
     * Adds to the bars the gradient of {@link LogisticLoss#loss(double[], double[][], double[])} times the adjoint of its result.
     *
     * @param w independent argument of the primal
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param wBar the adjoints of {@code w}, which the products are added to
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void lossPullback(double[] w, double[][] x, double[] y, double resultBar,
            double[] wBar) {
        lossPullback(w, x, y, resultBar, wBar, new Workspace());
    }

    /**
     * Adds to the bars the gradient of {@link LogisticLoss#loss(double[], double[][], double[])} times the adjoint of its result.
     *
     * <p>Allocates nothing once the workspace has grown to the arguments' sizes.
     *
     * @param w independent argument of the primal
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @param resultBar the adjoint of the result: the seed
     * @param wBar the adjoints of {@code w}, which the products are added to
     * @param workspace arrays to reuse from call to call
     * @throws IllegalArgumentException if a bar does not have the shape of its argument
     */
    public static void lossPullback(double[] w, double[][] x, double[] y, double resultBar,
            double[] wBar, Workspace workspace) {
        Shapes.requireBar(w, wBar, "wBar");
        SharedMemory.requireUnread(wBar, y, "wBar, y");
        double[] expTape = workspace.doubles(0, x.length);
        // line 23: for (int i = 0; i < x.length; i++)
        for (int i = 0; i < x.length; i++) {
            // line 24: double margin = 0
            double margin = 0.0;
            double[] xRowI = x[i];
            // line 25: for (int j = 0; j < w.length; j++)
            for (int j = 0; j < w.length; j++) {
                // line 26: margin += w[j] * x[i][j]
                margin += w[j] * xRowI[j];
            }
            expTape[i] = Math.exp(-(y[i] * margin));
        }
        // line 30: return sum / x.length
        double sumBar = resultBar / x.length;
        // line 23: for (int i = 0; i < x.length; i++)
        for (int i = 0; i < x.length; i++) {
            double exp = expTape[i];
            // line 28: sum += Math.log1p(Math.exp(-y[i] * margin))
            double marginBar = -(sumBar / (1.0 + exp) * exp * y[i]);
            double[] xRowI = x[i];
            // line 25: for (int j = 0; j < w.length; j++)
            for (int j = 0; j < w.length; j++) {
                // line 26: margin += w[j] * x[i][j]
                wBar[j] += marginBar * xRowI[j];
            }
        }
    }

    /**
     * Creates {@link LogisticLoss#loss(double[], double[][], double[])} as a function of the flat vector of its independents
     * {@code w}.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param x passive argument of the primal
     * @param y passive argument of the primal
     * @return the objective
     */
    public static Objective lossObjective(double[][] x, double[] y) {
        return new Objective() {
            private final Workspace workspace = new Workspace();

            private double[] w = {};

            @Override
            public double value(double[] point) {
                unpack(point);
                return LogisticLoss.loss(w, x, y);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                unpack(point);
                Shapes.requireLength(gradient, point.length, "gradient");
                return lossValueAndGradient(w, x, y, gradient, workspace);
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return ParameterBlocks.builder().vector("w", length).build();
            }

            private void unpack(double[] point) {
                if (w.length != point.length) {
                    w = new double[point.length];
                }
                Shapes.unpack(point, 0, w);
            }
        };
    }
}
