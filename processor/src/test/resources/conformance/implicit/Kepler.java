package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

// args: double in [0.1, 3], double in [0.1, 0.8]
/** Kepler's equation, {@code anomaly = eccentric - e sin(eccentric)}, by the implicit function theorem for one number. */
public final class Kepler {

    private Kepler() {}

    static double residual(double eccentric, double anomaly, double e) {
        return eccentric - e * Math.sin(eccentric) - anomaly;
    }

    static double eccentric(double anomaly, double e) {
        double x = anomaly;
        for (int i = 0; i < 50; i++) {
            x -= residual(x, anomaly, e) / (1 - e * Math.cos(x));
        }
        return x;
    }

    @DerivativeOf(method = "eccentric")
    @Differentiable(derivatives = Derivative.PUSHFORWARD, outputs = "bars")
    static void eccentricPullback(double anomaly, double e, double x, double xBar, double[] bars) {
        double slope = 1 - e * Math.cos(x);
        bars[0] += xBar / slope;
        bars[1] += xBar * Math.sin(x) / slope;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double anomaly, double e) {
        double x = eccentric(anomaly, e);
        return Math.cos(x) - e + Math.sqrt(1 - e * e) * Math.sin(x);
    }
}
