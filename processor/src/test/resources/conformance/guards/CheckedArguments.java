package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Objects;

// args: double[3], double[2][2], double
/** What a check gives back is its argument: written to, named, and given to a helper. */
public final class CheckedArguments {

    private CheckedArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, double x) {
        double[] first = Objects.requireNonNull(a, "a");
        Objects.requireNonNull(a)[1] = x * first[0];
        double[] row = Objects.requireNonNull(m[1], "a row");
        double s = sum(Objects.requireNonNull(row)) * first[1];
        for (double v : Objects.requireNonNull(a)) {
            s += v * v;
        }
        return s * Objects.requireNonNull(m).length;
    }

    private static double sum(double[] v) {
        Objects.requireNonNull(v)[0] *= 2;
        return v[0] + v[1];
    }
}
