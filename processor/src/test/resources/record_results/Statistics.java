package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double[6]
// args: double[1], double[1]
// args: double[0], double[0]
/** Sums over data points, which are reversed one by one when the adjoints of the sums are known early. */
public final class Statistics {

    private Statistics() {}

    /** Two moments, and the number of points. */
    public record Moments(double mean, double correlation, long count) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Moments f(double[] x, double[] y) {
        double sum = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            double z = Math.exp(x[i]);
            for (int k = 0; k < 3; k++) {
                z = Math.sin(z) * y[i];
            }
            sum += z;
            products += z * x[i];
        }
        int n = Math.max(1, x.length);
        return new Moments(sum / n, products - 2 * sum, n);
    }
}
