package conformance.lambdas;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

// args: double in [-1, 1], double in [0.2, 1]
// seeds: 8
/** Bodies with statements, loops, early returns and variables of their own. */
public final class Blocks {

    private Blocks() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        DoubleUnaryOperator clamp = v -> {
            if (v > 0.5) {
                return 0.5 + v * 0.1;
            }
            if (v < -0.5) {
                return -0.5 * y;
            }
            return v * v;
        };
        DoubleBinaryOperator series = (u, v) -> {
            double sum = 0;
            for (int i = 1; i < 4; i++) {
                sum += u / i;
                u *= v;
                if (sum > 2) {
                    return sum * v;
                }
            }
            return sum;
        };
        double s = 0;
        for (int i = 0; i < 3; i++) {
            double step = s;
            DoubleUnaryOperator add = v -> v + step * y;
            s = series.applyAsDouble(clamp.applyAsDouble(x + i * 0.5), y) + add.applyAsDouble(s);
        }
        return s;
    }
}
