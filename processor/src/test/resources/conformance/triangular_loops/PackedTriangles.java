package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[12], double[3]
/** A counter runs through packed triangles: from a literal, on from where another loop left it, by two, and down. */
public final class PackedTriangles {

    private PackedTriangles() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] packed, double[] x) {
        int n = x.length;
        int l = 0;
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                y[j] += packed[l] * Math.sin(x[i]);
                l++;
            }
        }
        double s = packed[l];
        for (int i = 0; i < n; i++) {
            s += packed[l++] * y[i] * packed[l];
        }
        l -= 9;
        for (int i = 0; i < n; i++) {
            s += packed[l] * packed[l + 1] * x[i];
            l += 2;
        }
        for (int i = n - 1; i >= 0; i--) {
            l--;
            for (int j = i; j < n; j++) {
                s *= 1 + 0.1 * packed[l] * x[j];
            }
            l--;
        }
        return s * packed[l];
    }
}
