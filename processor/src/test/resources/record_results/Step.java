package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double in [0.01, 0.1], int 3
// args: double[4], double in [0.01, 0.1], int 0
/** A number, a new array and a count, after a loop. */
public final class Step {

    private Step() {}

    /** A state of the time loop. */
    public record State(double time, double[] position, int steps) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static State f(double[] start, double h, int n) {
        double[] x = start.clone();
        double t = h;
        for (int k = 0; k < n; k++) {
            for (int i = 1; i < x.length; i++) {
                x[i] += h * Math.sin(x[i - 1] * x[i]);
            }
            t += h * x[0];
        }
        return new State(t, x, n);
    }
}
