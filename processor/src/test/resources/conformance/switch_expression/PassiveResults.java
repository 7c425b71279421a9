package conformance.switch_expression;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double
// args: int 1, double
// args: int 2, double
/** Integers and conditions from switches decide about reals. */
public final class PassiveResults {

    private PassiveResults() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x) {
        int n = switch (k) {
            case 0 -> 2;
            case 1 -> 'A' - 60;
            default -> (int) 3.7;
        };
        boolean odd = switch (n % 2) {
            case 1 -> true;
            default -> false;
        };
        double s = x;
        for (int i = 0; i < n; i++) {
            s = odd ? s * x : Math.sin(s) + x;
        }
        return s;
    }
}
