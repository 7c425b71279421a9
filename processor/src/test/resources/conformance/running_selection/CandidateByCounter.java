package conformance.running_selection;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
// seeds: 5
/** The iteration reads a number that the loop changes, or a picked index. */
public final class CandidateByCounter {

    private CandidateByCounter() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double max = a[0];
        int k = 5;
        for (int i = 0; i < 3; i++) {
            max = Math.max(max, a[i] * a[k]);
            k--;
        }
        double far = 0;
        int last = 0;
        for (int i = 1; i < a.length; i++) {
            double distance = Math.abs(a[i] - a[last]);
            if (distance > far) {
                far = distance;
                last = i;
            }
        }
        return max * max * far;
    }
}
