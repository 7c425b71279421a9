package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made model, double
/** A class whose type parameter names itself in its bound. */
public final class SelfBounded<T extends Comparable<T>> {

    final T low;
    final T high;

    private SelfBounded(T low, T high) {
        this.low = low;
        this.high = high;
    }

    static SelfBounded<String> model() {
        return new SelfBounded<>("a", "b");
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double x) {
        return low.equals(high) ? x : scaled(x);
    }

    private double scaled(double v) {
        return Math.sin(v) * low.toString().length();
    }
}
