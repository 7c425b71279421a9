package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Records in a record, one of them twice, a constant of single precision, and components without a derivative. */
public final class Nested {

    private Nested() {}

    /** A point. */
    public record Point(double x, double y) {
        Point times(double c) {
            return new Point(c * x, c * y);
        }
    }

    /** A line. */
    public record Line(String name, Point from, int id, Point to, float width) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Line f(double a, double b) {
        Point from = new Point(a * b, Math.sin(a));
        return new Line("line", from, 3, from.times(b), 2f);
    }
}
