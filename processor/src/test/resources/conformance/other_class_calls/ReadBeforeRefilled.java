package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4] in [-1, 1], int 3
/** A call reads a work array that a later loop, whose iterations are run again in the reverse sweep, fills anew. */
public final class ReadBeforeRefilled {

    private ReadBeforeRefilled() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        double[] work = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            work[i] = x[i] * x[i];
        }
        double squares = Squares.sum(work);
        for (int i = 0; i < x.length; i++) {
            work[i] = 0;
            double t = x[i];
            for (int j = 0; j < n; j++) {
                t = Math.sin(t * x[i]) + 0.1 * t * t;
            }
            work[i] = t;
        }
        double s = 0;
        for (double v : work) {
            s += v * v;
        }
        return s * squares;
    }
}

final class Squares {
    private Squares() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double sum(double[] v) {
        double s = 0;
        for (double e : v) {
            s += e * e;
        }
        return s;
    }
}
