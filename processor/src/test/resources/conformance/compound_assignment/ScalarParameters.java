package conformance.compound_assignment;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2], int 3
/** Parameters are overwritten. */
public final class ScalarParameters {

    private ScalarParameters() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        n *= 2;
        x *= n;
        x = Math.log(x) * x;
        n--;
        x /= n;
        return x * x;
    }
}
