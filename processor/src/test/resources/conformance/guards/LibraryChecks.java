package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import org.apache.commons.math3.util.MathArrays;
import org.apache.commons.math3.util.MathUtils;

// args: double[4] in [0.5, 2], double in [1, 2]
/** Checks of libraries take numbers that carry derivatives, arrays of them too, and say at most whether they like them. */
public final class LibraryChecks {

    private LibraryChecks() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        MathUtils.checkNotNull(a);
        MathUtils.checkFinite(x * a[0]);
        MathArrays.checkPositive(a);
        double[] steps = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * x;
            steps[i] = sum;
        }
        MathArrays.checkOrder(steps);
        return MathArrays.checkOrder(steps, MathArrays.OrderDirection.INCREASING, true, false)
                ? sum * steps[1]
                : -sum;
    }
}
