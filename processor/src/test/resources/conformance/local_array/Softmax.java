package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], int 2
/** Negative log likelihood of a class. */
public final class Softmax {

    private Softmax() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int label) {
        double largest = x[0];
        for (int i = 1; i < x.length; i++) {
            largest = Math.max(largest, x[i]);
        }
        double[] e = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            e[i] = Math.exp(x[i] - largest);
            sum += e[i];
        }
        return -Math.log(e[label] / sum);
    }
}
