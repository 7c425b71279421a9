package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, made config
/** Sums and products that begin with what an object gives. */
public final class StartValues {

    private StartValues() {}

    /** Where sums begin. */
    static final class Config {
        double start() {
            return 2;
        }

        float factor() {
            return 0.5f;
        }
    }

    static Config config() {
        return new Config();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, Config config) {
        double total = config.start();
        total += a[0] * x;
        double product = config.factor();
        for (double e : a) {
            double term = config.start();
            term -= e * e;
            product *= Math.sin(term + total);
        }
        return total * product;
    }
}
