package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 2], double in [0.5, 2]
/** Two numbers. */
public final class Polar {

    private Polar() {}

    /** Polar coordinates. */
    public record Coordinates(double radius, double angle) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Coordinates f(double x, double y) {
        return new Coordinates(Math.sqrt(x * x + y * y), Math.atan2(y, x));
    }
}
