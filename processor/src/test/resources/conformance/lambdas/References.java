package conformance.lambdas;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

// args: double in [0.2, 1], float in [0.2, 1]
/** References to methods of the platform, of this class, and of another. */
public final class References {

    private References() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, float y) {
        DoubleUnaryOperator sine = Math::sin;
        DoubleUnaryOperator cube = References::cube;
        DoubleBinaryOperator greater = Math::max;
        DoubleUnaryOperator squared = Squares::of;
        return sine.applyAsDouble(cube.applyAsDouble(x)) + greater.applyAsDouble(x, 0.5f * y) * squared.applyAsDouble(y);
    }

    private static double cube(double v) {
        if (v > 0.9) {
            return v * v;
        }
        return v * v * v;
    }
}

/** A differentiable function of another class. */
final class Squares {
    private Squares() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double of(double v) {
        return v * v;
    }
}
