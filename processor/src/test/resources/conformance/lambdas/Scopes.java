package conformance.lambdas;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleUnaryOperator;

// args: double, double
/** Parameters and free variables keep their meaning where the function is called. */
public final class Scopes {

    private Scopes() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        double t = x * y;
        DoubleUnaryOperator f = v -> {
            double u = v * t + limit;
            return u * u;
        };
        double s = 0;
        {
            double u = 3 * x;
            double v = f.applyAsDouble(u);
            s += v * u;
        }
        double limit = s * 100;
        double v = x;
        v = f.applyAsDouble(v++) * v + f.applyAsDouble(v = y) * v;
        return s + v + limit;
    }

    static final double limit = 0.25;
}
