package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[3]
/** A new array in every iteration. */
public final class InsideLoop {

    private InsideLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double[] b) {
        double s = 0.5;
        for (int i = 0; i < a.length; i++) {
            double[] t = new double[3];
            for (int j = 0; j < 3; j++) {
                t[j] = a[i] * b[j] + s;
            }
            t[0] *= t[1];
            t[1] += t[2] * t[0];
            s = t[0] * t[1] + t[2];
        }
        return s;
    }
}
