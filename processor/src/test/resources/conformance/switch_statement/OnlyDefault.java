package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double
/** No label at all, and no case at all. */
public final class OnlyDefault {

    private OnlyDefault() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x) {
        double s = x;
        switch (k) {
            default:
                s = s * x;
        }
        switch (k++) {
        }
        return s * k * x;
    }
}
