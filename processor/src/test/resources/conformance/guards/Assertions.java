package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 3
/** Assertions cost nothing where they are off and do not disturb where they are on. */
public final class Assertions {

    private Assertions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        assert n <= x.length : "length " + x.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += square(x[i]) * x[0];
            assert sum < 1e6;
        }
        return sum;
    }

    private static double square(double v) {
        assert !Double.isNaN(v) : v;
        return v * v;
    }
}
