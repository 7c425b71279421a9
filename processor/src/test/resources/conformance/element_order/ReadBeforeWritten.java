package conformance.element_order;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4]
/** A new element is zero when it is read, and written afterwards; an adjoint must not see the later value. */
public final class ReadBeforeWritten {

    private ReadBeforeWritten() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a) {
        double[] y = new double[a.length + 1];
        double s = 1;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * Math.exp(y[i + 1]) + y[i] * s;
            y[i + 1] = s * a[i];
        }
        return s * y[a.length];
    }
}
