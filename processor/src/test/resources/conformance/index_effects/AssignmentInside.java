package conformance.index_effects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
/** The right side changes what the left side has read. */
public final class AssignmentInside {

    private AssignmentInside() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        int j = 1;
        a[j] = a[j] + (a[j] = x * a[j]) * a[j];
        a[j] += a[j] * (a[j] = a[0] * x);
        a[0] *= (a[0] = a[1] + x) - a[0] * a[2];
        x -= x * (x = a[0]) + x;
        x = x * (x = x + a[2]) * x++ + ++x;
        return a[0] * a[1] + x;
    }
}
