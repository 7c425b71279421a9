package conformance.while_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-1, 1], double in [0.2, 0.9]
// seeds: 8
/** continue in a do loop goes to its condition, break past it. */
public final class DoWhileJumps {

    private DoWhileJumps() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double s = x;
        int rounds = 0;
        do {
            rounds++;
            s = s * y + 0.3;
            if (s > 0.5) {
                continue;
            }
            s = s - x;
            if (s < 0.1) {
                break;
            }
            s = s * s;
        } while (rounds < 5 && s > 0.15);
        return s * rounds + y;
    }
}
