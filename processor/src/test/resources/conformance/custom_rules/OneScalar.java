package conformance.custom_rules;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

// args: double -0.7, int 3
// args: double 0.4, int 0
/** A rule that returns its bar, for a function whose result the loop overwrites. */
public final class OneScalar {

    private OneScalar() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            x = softplus(x * 1.5 - i);
            sum += x * Math.sin(sum + i);
            if (sum > 0) {
                x *= 0.5;
            }
        }
        return sum + softplus(x);
    }

    static double softplus(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    @DerivativeOf(method = "softplus")
    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double softplusPullback(double x, double resultBar) {
        return resultBar / (1 + Math.exp(-x));
    }
}
