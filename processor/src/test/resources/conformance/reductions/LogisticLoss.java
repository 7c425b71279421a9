package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], passive double[4][3], passive double[] = {1, -1, -1, 1}
/** The mean over data points, with a penalty. */
public final class LogisticLoss {

    private LogisticLoss() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, @Passive double[][] x, @Passive double[] y) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double margin = 0;
            for (int j = 0; j < w.length; j++) {
                margin += w[j] * x[i][j];
            }
            loss += Math.log1p(Math.exp(-y[i] * margin));
        }
        double penalty = 0;
        for (double v : w) {
            penalty += v * v;
        }
        return loss / x.length + 0.1 * penalty;
    }
}
