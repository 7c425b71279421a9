package conformance.local_array;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1]
/** Loops that assign every element of an array read others before their turn: zeros first, then those of the last round. */
public final class ReadsNextElement {

    private ReadsNextElement() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x) {
        double[] once = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            once[i] = Math.sin(x[i]);
            s += once[i] * once[(i + 1) % x.length];
        }
        double[] again = new double[x.length];
        for (int round = 1; round < 3; round++) {
            for (int i = 0; i < x.length; i++) {
                again[i] = round * x[i];
                s += again[i] * again[(i + 1) % x.length];
            }
        }
        return s;
    }
}
