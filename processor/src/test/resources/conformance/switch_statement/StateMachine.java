package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1], double in [0.5, 1]
/** A switch drives a loop, with a state that the cases change. */
public final class StateMachine {

    private StateMachine() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double s = x;
        int state = 0;
        int steps = 0;
        while (state != 3) {
            steps++;
            switch (state) {
                case 0 -> {
                    s = s * x + y;
                    state = s > 1.2 ? 1 : 2;
                }
                case 1 -> {
                    s = Math.sin(s) * y;
                    state = steps > 4 ? 3 : 2;
                }
                case 2 -> {
                    s = s * s;
                    state = steps > 6 ? 3 : steps % 2;
                }
                default -> state = 3;
            }
        }
        return s * steps;
    }
}
