package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, int[] {0, 1, 2}
// args: int 1, double, int[] {0, 1, 2}
// args: int 2, double, int[] {0, 1, 2}
/** The selector is evaluated once, with its side effects, whatever the cases do to it. */
@SuppressWarnings("fallthrough")
public final class SelectorChanges {

    private SelectorChanges() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, int[] kinds) {
        double s = x;
        switch (k) {
            case 0:
                k = 1;
                s = s * x;
            case 1:
                k = 5;
                s = s * s;
                break;
            default:
                k = 0;
        }
        int i = 0;
        switch (kinds[i++] + kinds[i++]) {
            case 1:
                i = 5;
                s = s * s;
                break;
            default:
                s = s * x;
        }
        return s + k * x + i * s * x;
    }
}
