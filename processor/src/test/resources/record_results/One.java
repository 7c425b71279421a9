package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** A record of one number. */
public final class One {

    private One() {}

    /** An angle. */
    public record Angle(double radians) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Angle f(double x, double y) {
        return new Angle(Math.atan(x * y) + x);
    }
}
