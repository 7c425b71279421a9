package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double, passive double in [1, 2], double[2], passive double[2]
/** Arguments that are constants for differentiation. */
public final class PassiveArguments {

    private PassiveArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, @Passive double scale, double[] a, @Passive double[] weights) {
        double weighted = a[0] * weights[0] + a[1] * weights[1];
        double unused = weights[0] * scale;
        return Math.sin(x * scale) * weighted;
    }
}
