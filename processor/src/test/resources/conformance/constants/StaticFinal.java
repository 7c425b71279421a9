package conformance.constants;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2]
/** Constants of the class and of the library. */
public final class StaticFinal {

    private StaticFinal() {}

    private static final double GAIN = 1.5;
    static final int COUNT = 3;
    public static final double SHIFT = GAIN * 2 - Math.E;

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double s = 0;
        for (int i = 0; i < COUNT; i++) {
            s += GAIN * Math.sin(a[0] * Math.PI + i) + SHIFT * a[1];
        }
        return s;
    }
}
