package vector_valued;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], double
/** More results than independents, from a private method. */
public final class Tall {

    private Tall() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    private static double[] f(double x, double y) {
        double[] powers = new double[7];
        double power = y;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = power;
            power *= x;
        }
        return powers;
    }
}
