package conformance.array_helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], double[2]
/** A variable number of arguments makes a new array. */
public final class VariableArity {

    private VariableArity() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        double s = norm(1, x, a[0], 2 * x) * norm(0);
        s += norm(2, x) + norm(3, a);
        return s * a[0] + largest(3, 7, 5) * x;
    }

    private static double norm(double start, double... values) {
        double s = start;
        for (int i = 0; i < values.length; i++) {
            s += values[i] * values[i];
            values[i] = 0.5 * start;
        }
        return s + values.length;
    }

    private static int largest(int... numbers) {
        int result = numbers[0];
        for (int n : numbers) {
            result = Math.max(result, n);
        }
        return result;
    }
}
