package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float in [0.2, 1], float[3], double in [0.2, 1]
/** Calls in float, from float and from double. */
public final class SinglePrecision {

    private SinglePrecision() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(float x, float[] a, double y) {
        float s = Single.scaled(a, x);
        double t = Single.product(s, y) + Single.scaled(a, (float) y);
        return t * s;
    }
}

/** Differentiable functions of another class. */
final class Single {
    private Single() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static float scaled(float[] v, float by) {
        float s = 0;
        for (float e : v) {
            s += e * e * by;
        }
        return s;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double product(float u, double v) {
        return u * v;
    }
}
