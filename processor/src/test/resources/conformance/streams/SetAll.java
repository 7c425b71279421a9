package conformance.streams;

import static java.util.Arrays.setAll;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// args: double[4], double[2][3], double
// args: double[0], double[1][1], double -1.0
/** Arrays filled by a function of the index: local ones, rows, arguments, from their own elements, by a method, and of indices. */
public final class SetAll {

    private SetAll() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[][] m, double x) {
        double[] weights = new double[a.length];
        Arrays.setAll(weights, i -> Math.exp(-x * i) * a[i]);
        int[] back = new int[a.length];
        setAll(back, i -> back.length - 1 - i);
        Arrays.setAll(a, k -> a[k] * a[k] + weights[back[k]]);
        int last = m.length - 1;
        Arrays.setAll(m[last], j -> {
            double old = m[last][j];
            return j % 2 == 0 ? old * x : Math.sin(old);
        });
        double[] basis = new double[3];
        Arrays.setAll(basis, SetAll::reciprocal);
        double sum = basis[0] * x + basis[2];
        for (double v : a) {
            sum += v * x;
        }
        for (double[] row : m) {
            for (double v : row) {
                sum += v * v;
            }
        }
        return sum;
    }

    private static double reciprocal(int i) {
        return 1.0 / (i + 1);
    }
}
