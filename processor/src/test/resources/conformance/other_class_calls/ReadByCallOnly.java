package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2] in [0.5, 1.5], double[3]
/** Only a call reads the new array before a loop that adds to it: the pullback needs what it held then. */
/** Reads an array. */
public final class ReadByCallOnly {

    private ReadByCallOnly() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[] w) {
        double[] k = new double[w.length];
        k[0] = x[0];
        k[1] = x[1];
        double s = FirstTwo.product(k);
        for (int i = 0; i < w.length; i++) {
            double p = x[0];
            for (int j = 0; j < w.length; j++) {
                p = p * Math.sin(w[j] + w[i] * p);
            }
            k[i % 2] += p;
        }
        return s + k[0] + k[1];
    }
}

final class FirstTwo {

    private FirstTwo() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double product(double[] v) {
        return v[0] * v[0] * v[1];
    }
}
