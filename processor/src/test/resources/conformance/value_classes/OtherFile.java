package conformance.value_classes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3]
// args: double -0.5, double[2]
// seeds: 4
/** Value classes of other files: made by constructor or factory, read by accessors. */
public final class OtherFile {

    private OtherFile() {}

    static final Spot SPOT = new Spot(0.5, 2.0);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        Spot start = new Spot(x, x * a[0]);
        Spot kept = SPOT;
        Leg leg = Leg.of(start, kept, a);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            start = new Spot(start.getX() * 0.5 + leg.to.getX(), leg.weights()[i] * start.y);
            s += start.getX() * start.y * kept.length();
        }
        return s * leg.from.y;
    }
}

/** With a getter and a field, and a method that only passive objects can be asked for. */
class Spot {
    private final double x;
    final double y;

    Spot(double x, double y) {
        if (x > 1e6) {
            throw new IllegalArgumentException("too far");
        }
        this.x = x;
        this.y = y;
    }

    double getX() {
        return x;
    }

    double length() {
        return Math.hypot(x, y);
    }
}

/** Made by a factory only. */
final class Leg {
    final Spot from;
    final Spot to;
    private final double[] weights;

    private Leg(Spot from, Spot to, double[] weights) {
        this.from = from;
        this.to = to;
        this.weights = weights;
    }

    static Leg of(Spot from, Spot to, double[] weights) {
        return new Leg(from, to, weights);
    }

    double[] weights() {
        return weights;
    }
}
