package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// args: double 7.5, double -0.5
// args: double 0.5, double 2.0
// seeds: 4
/** Compact constructors, others that call one, and one that assigns the components. */
public final class Constructors {

    private Constructors() {}

    /** The compact constructor changes a component. */
    record Angle(double value) {
        Angle {
            value = value % 6.0;
        }
    }

    /** Two more constructors. */
    record Ball(double x, double y, double radius) {
        Ball(double radius) {
            this(radius * radius, radius);
        }

        Ball(double x, double radius) {
            this(x, x * radius, radius > 0 ? radius : -2 * radius);
        }
    }

    /** Assigns its components itself, in another order. */
    record Ratio(double top, double bottom) {
        Ratio(double top, double bottom) {
            double scale = top * top + 1;
            this.bottom = bottom / scale;
            scale = scale * 2;
            this.top = top / scale;
        }

        /** An accessor that does more. */
        public double top() {
            return top + 1;
        }

        double value() {
            return top / bottom + top();
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        Angle angle = new Angle(x * 3);
        Ball ball = new Ball(y);
        Ball other = new Ball(angle.value(), ball.radius());
        return new Ratio(ball.x() + other.y(), other.radius() + 1).value() + other.x();
    }
}
