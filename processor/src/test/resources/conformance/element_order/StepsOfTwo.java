package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6]
/** Steps and named indices: pairs that do not meet, and pairs that do. */
public final class StepsOfTwo {

    private StepsOfTwo() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] apart = new double[a.length + 2];
        double[] meeting = new double[a.length + 2];
        apart[0] = a[0];
        meeting[0] = a[1];
        for (int i = 0; i < a.length; i += 2) {
            int next = i + 2;
            apart[next] = Math.sin(apart[i] + a[i]);
            apart[i + 1] = apart[next] * a[i + 1];
            meeting[i + 1] = meeting[i] * meeting[i + 2] + a[i];
            meeting[next] = Math.exp(meeting[i + 1]) * 0.3;
        }
        double s = 0;
        for (int i = 0; i < apart.length; i++) {
            s += apart[i] * meeting[i];
        }
        return s;
    }
}
