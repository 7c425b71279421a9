package conformance.in_place;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], passive double[3], int[] = {1, 0, 2}
/** Arrays that are no independents are overwritten, and what they held before counts: every call must find them as they were. */
public final class Constants {

    private Constants() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, @Passive double[] scales, int[] counts) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            counts[i] += i;
            scales[i] *= 1.5 + counts[i];
            sum += Math.sin(scales[i] * x[i]);
        }
        return sum * scales[0];
    }
}
