package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double[3]
// args: double[0], double[3]
/** A filter that shifts its memory in every step. */
public final class DelayLine {

    private DelayLine() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] input, double[] taps) {
        double[] memory = new double[taps.length];
        double energy = 0;
        for (double u : input) {
            System.arraycopy(memory, 0, memory, 1, memory.length - 1);
            memory[0] = u - 0.3 * energy;
            double y = 0;
            for (int k = 0; k < taps.length; k++) {
                y += taps[k] * memory[k];
            }
            energy += y * y;
        }
        return energy;
    }
}
