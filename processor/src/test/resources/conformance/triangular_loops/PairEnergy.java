package conformance.triangular_loops;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [0, 5], double in [0.5, 1]
/** Every pair once. */
public final class PairEnergy {

    private PairEnergy() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double epsilon) {
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = i + 1; j < x.length; j++) {
                double d = x[i] - x[j];
                energy += epsilon / (1 + d * d);
            }
        }
        return energy;
    }
}
