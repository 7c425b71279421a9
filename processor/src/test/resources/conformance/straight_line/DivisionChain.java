package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [1, 2], double in [1, 2], double in [1, 2]
/** Associativity and unary minus. */
public final class DivisionChain {

    private DivisionChain() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double b, double c) {
        double q = a / b / c;
        double r = a / (b / c);
        double s = a - b - c;
        double t = a - (b - c);
        return q * -r + -(s - -t) + a / -(b + c) - (-a * b) % 1.7;
    }
}
