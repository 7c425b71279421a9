package conformance.reductions;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1], int 3
/** The adjoint of each sum is another sum of the same loop, so that it is not known before the loop. */
public final class ProductOfSums {

    private ProductOfSums() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int n) {
        double first = 0;
        double second = 0;
        double weight = 1;
        for (int i = 0; i < a.length; i++) {
            double t = a[i];
            for (int j = 0; j < n; j++) {
                t = Math.sin(t * a[i]) + 0.1 * t * t;
            }
            first += t;
            second += t * a[i];
            weight += i;
        }
        return first * second + first / weight;
    }
}
