package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double, double
// args: int 1, double, double
// args: int 2, double, double
// args: int 3, double, double
// args: int 4, double, double
// args: int 9, double, double
/** The form with arrows: several labels, expressions, blocks, no fall-through. */
public final class Rules {

    private Rules() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double x, double y) {
        double s = x;
        switch (k) {
            case 0, 1 -> s *= y;
            case 2 -> {
                double t = s * s;
                s = t + y;
            }
            case 3 -> {
                if (x > 0) {
                    break;
                }
                s = Math.exp(s);
            }
            case 4 -> {}
            default -> s++;
        }
        switch (k) {
            case 1 -> s = Math.cos(s);
            case 2 -> {
                return s * s;
            }
        }
        return s * y;
    }
}
