package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made left, made right, double[4], int 0
// args: made left, made right, double[4], int 1
/** Helpers and fields of other objects of the class, chosen by a condition, also in loops. */
public final class OtherObjects {

    private final double slope;
    double offset;

    OtherObjects(double slope, double offset) {
        this.slope = slope;
        this.offset = offset;
    }

    static OtherObjects left() {
        return new OtherObjects(2, 0.5);
    }

    static OtherObjects right() {
        return new OtherObjects(-1, 0.25);
    }

    final double slope() {
        return slope;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(OtherObjects other, double[] x, int kind) {
        OtherObjects chosen = kind == 0 ? this : other;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            OtherObjects next = i % 2 == 0 ? chosen : other;
            sum += next.value(x[i]) * value(x[0]) + other.offset * next.slope * x[i] + other.slope() * x[i] * x[i];
        }
        return sum * chosen.offset;
    }

    private double value(double v) {
        return Math.sin(slope * v) + offset;
    }
}
