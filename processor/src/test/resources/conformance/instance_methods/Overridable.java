package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made self, double, double
// args: made self, double in [2, 3], double
/** A class with subclasses: its methods could be overridden, so that generated code asks for an object of exactly this class. */
public class Overridable {

    double rate = 0.5;

    static Overridable self() {
        return new Overridable();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double x, double y) {
        if (x > 2.5) {
            throw new IllegalStateException("x " + x);
        }
        return growth(x, 3) * y + level();
    }

    protected double growth(double x, int n) {
        return n == 0 ? rate * x : Math.sin(growth(x, n - 1)) * level();
    }

    double level() {
        return rate * rate;
    }
}
