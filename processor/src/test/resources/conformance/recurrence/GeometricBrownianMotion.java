package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [90, 110], double in [0, 0.1], double in [0.1, 0.3], double[6], double in [90, 110]
// seeds: 5
/** One path and the payoff of an average. */
public final class GeometricBrownianMotion {

    private GeometricBrownianMotion() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double spot, double drift, double volatility, double[] z, double strike) {
        double dt = 1.0 / z.length;
        double s = spot;
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            s *= Math.exp((drift - 0.5 * volatility * volatility) * dt + volatility * Math.sqrt(dt) * z[i]);
            sum += s;
        }
        return Math.max(sum / z.length - strike, 0.0);
    }
}
