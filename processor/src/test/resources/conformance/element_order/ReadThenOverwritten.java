package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[5]
/** Each iteration overwrites what the one before has read, or what it reads itself. */
public final class ReadThenOverwritten {

    private ReadThenOverwritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] ahead = new double[a.length + 1];
        double[] own = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            ahead[i] = a[i] * a[i];
            own[i] = a[i];
        }
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += ahead[i] * ahead[i + 1];
            ahead[i + 1] = Math.cos(ahead[i] * ahead[i + 1]);
            own[i] = own[i] * own[i] + ahead[i];
        }
        for (int i = 0; i < a.length; i++) {
            s += own[i] * ahead[i];
        }
        return s;
    }
}
