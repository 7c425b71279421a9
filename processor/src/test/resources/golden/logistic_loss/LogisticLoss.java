package golden.logistic_loss;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** Logistic regression. */
public final class LogisticLoss {

    /** Not to be instantiated. */
    private LogisticLoss() {}

    /**
     * The mean loss over the data.
     *
     * @param w weights
     * @param x one row per data point
     * @param y labels, 1 or -1
     * @return the loss
     */
    @Differentiable
    public static double loss(double[] w, @Passive double[][] x, @Passive double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double margin = 0;
            for (int j = 0; j < w.length; j++) {
                margin += w[j] * x[i][j];
            }
            sum += Math.log1p(Math.exp(-y[i] * margin));
        }
        return sum / x.length;
    }
}
