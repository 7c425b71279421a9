package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [-1, 1], double in [-2, 2], double in [0.1, 1], double in [2.1, 3]
/** The haversine formula. */
public final class SphereDistance {

    private SphereDistance() {}

    private static final double RADIUS = 6371.0088;

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double latitude1, double longitude1, double latitude2, double longitude2) {
        double u = Math.sin((latitude2 - latitude1) / 2);
        double v = Math.sin((longitude2 - longitude1) / 2);
        double h = u * u + Math.cos(latitude1) * Math.cos(latitude2) * v * v;
        return 2 * RADIUS * Math.asin(Math.sqrt(h));
    }
}
