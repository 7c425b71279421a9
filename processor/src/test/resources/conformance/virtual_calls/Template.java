package conformance.virtual_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made linear, double, double
// args: made wave, double, double
/** A final method of an abstract class calls an abstract one, of its own object and of another. */
public abstract class Template {

    final Template other;

    Template(Template other) {
        this.other = other;
    }

    static Template linear() {
        return new Linear(new Wave(null));
    }

    static Template wave() {
        return new Wave(new Linear(null));
    }

    @Differentiable(
            implementations = {Linear.class, Wave.class},
            derivatives = Derivative.PUSHFORWARD)
    public abstract double rate(double t, double x);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public final double f(double t, double x) {
        double y = x;
        for (int i = 0; i < 3; i++) {
            y += 0.1 * (rate(t + 0.1 * i, y) + (other == null ? 0 : 1) * y);
        }
        return y * other.rate(y, x);
    }
}

class Linear extends Template {

    Linear(Template other) {
        super(other);
    }

    @Override
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double rate(double t, double x) {
        return 2 * t - x;
    }
}

final class Wave extends Linear {

    Wave(Template other) {
        super(other);
    }

    @Override
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double rate(double t, double x) {
        return Math.sin(t * x);
    }
}
