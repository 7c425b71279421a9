package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], int 3
/** A call in a loop reads the element that the loop adds to. */
public final class ElementFedBack {

    private ElementFedBack() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, int n) {
        for (int k = 0; k < n; k++) {
            double v = ElementTerms.sum(x);
            x[0] += v;
        }
        return x[0] * x[1];
    }
}

final class ElementTerms {

    private ElementTerms() {}

    @Differentiable
    static double sum(double[] v) {
        return v[0] * v[0] + v[0] * v[1] * v[2];
    }
}
