package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/**
 * The gradient of {@link LogisticLoss} with its loop restructured: four examples go together, so that four
 * sums overlap where one would wait for its own last addition. No sum is reassociated.
 */
public final class TunedLogisticLoss {

    private static final int TOGETHER = 4;

    private final double[] z = new double[TOGETHER];
    private double sum;
    private double bBar;

    /** Creates the scratch space; an instance belongs to one thread. */
    public TunedLogisticLoss() {}

    /**
     * Computes the loss, bit for bit that of the primal, and overwrites the bars with its gradient.
     *
     * @param w weights
     * @param b intercept
     * @param x examples
     * @param y labels
     * @param lambda weight of the penalty
     * @param wBar receives the gradient by the weights
     * @param scalarBars receives the derivative by the intercept
     * @return the loss
     */
    public double valueAndGradient(
            double[] w, double b, double[][] x, int[] y, double lambda, double[] wBar, double[] scalarBars) {
        int features = w.length;
        Arrays.fill(wBar, 0);
        sum = 0;
        bBar = 0;
        int i = 0;
        for (; i + TOGETHER <= x.length; i += TOGETHER) {
            addFour(i, w, b, x, y, wBar);
        }
        for (; i < x.length; i++) {
            double[] row = x[i];
            double zi = b;
            for (int j = 0; j < features; j++) {
                zi += w[j] * row[j];
            }
            double zBar = add(zi, y[i] == 1, 1.0 / x.length);
            for (int j = 0; j < features; j++) {
                wBar[j] += zBar * row[j];
            }
        }
        double penalty = 0;
        for (int j = 0; j < features; j++) {
            penalty += w[j] * w[j];
            wBar[j] += 2 * lambda * w[j];
        }
        scalarBars[0] = bBar;
        return sum / x.length + lambda * penalty;
    }

    private void addFour(int i, double[] w, double b, double[][] x, int[] y, double[] wBar) {
        double[] row0 = x[i];
        double[] row1 = x[i + 1];
        double[] row2 = x[i + 2];
        double[] row3 = x[i + 3];
        double z0 = b;
        double z1 = b;
        double z2 = b;
        double z3 = b;
        for (int j = 0; j < w.length; j++) {
            double wj = w[j];
            z0 += wj * row0[j];
            z1 += wj * row1[j];
            z2 += wj * row2[j];
            z3 += wj * row3[j];
        }
        z[0] = z0;
        z[1] = z1;
        z[2] = z2;
        z[3] = z3;
        double weight = 1.0 / x.length;
        for (int h = 0; h < TOGETHER; h++) {
            z[h] = add(z[h], y[i + h] == 1, weight);
        }
        double zBar0 = z[0];
        double zBar1 = z[1];
        double zBar2 = z[2];
        double zBar3 = z[3];
        for (int j = 0; j < w.length; j++) {
            wBar[j] = wBar[j] + zBar0 * row0[j] + zBar1 * row1[j] + zBar2 * row2[j] + zBar3 * row3[j];
        }
    }

    /** Adds one example to the sums; returns the adjoint of its {@code z}. */
    private double add(double zi, boolean positive, double weight) {
        double margin = positive ? zi : -zi;
        double marginBar;
        if (margin > 0) {
            double exp = Math.exp(-margin);
            sum += Math.log1p(exp);
            marginBar = -exp / (1 + exp);
        } else {
            double exp = Math.exp(margin);
            sum += Math.log1p(exp) - margin;
            marginBar = -1 / (1 + exp);
        }
        double zBar = (positive ? marginBar : -marginBar) * weight;
        bBar += zBar;
        return zBar;
    }
}
