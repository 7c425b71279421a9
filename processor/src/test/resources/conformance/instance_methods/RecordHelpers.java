package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made system, double, double, int 0
// args: made system, double, double, int 3
/** Helpers of the object that take and give records. */
public final class RecordHelpers {

    final double mass = 2;
    private final double scale = 0.5;

    record State(double x, double v) {
        double energy() {
            return 0.5 * v * v + x * x;
        }
    }

    static RecordHelpers system() {
        return new RecordHelpers();
    }

    double scale() {
        return scale;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double x, double y, int n) {
        State first = new State(x, y);
        State last = step(first, n);
        return energy(last) * step(new State(y, x), 2).x() + this.energy(this.step(last, 1)) + energy(first);
    }

    private double energy(State s) {
        return mass * s.x() * s.x() + s.v() * s.energy() + potential(s.x());
    }

    private State step(State s, int n) {
        for (int i = 0; i < n; i++) {
            s = new State(s.x() + 0.1 * s.v(), s.v() - 0.1 * scale * s.x());
        }
        return s;
    }

    private double potential(double x) {
        return Math.cos(x) * scale;
    }
}
