package conformance.declarators;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Declarators with brackets of their own. */
public final class Arrays {

    private Arrays() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double a[] = {x, y}, s = a[0] * a[1], m[][] = new double[1][2];
        m[0][0] = s;
        double[] row = m[0], copy = row.clone();
        copy[1] = row[0] * x;
        return copy[1] * row[0] + a[1];
    }
}
