package conformance.single_precision;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: float, float[3], double
// args: float = 0.5, float[2], double = 0.5
/** Products and sums that are rounded once, in both precisions: the double one would round the float one twice. */
public final class FusedMultiplyAdd {

    private FusedMultiplyAdd() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static float f(float x, float[] c, double y) {
        float value = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            value = Math.fma(value, x, c[i]);
        }
        double wide = Math.fma(y, y, value);
        return StrictMath.fma(value, (float) wide, x) * value;
    }
}
