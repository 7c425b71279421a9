package conformance.straight_line;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [80, 120], double in [90, 110], double in [0.01, 0.05], double in [0.1, 0.4], double in [0.5, 2]
/** The price of a European call with a rational approximation of the normal distribution. */
public final class BlackScholesCall {

    private BlackScholesCall() {}

    private static final double A1 = 0.319381530;
    private static final double A2 = -0.356563782;
    private static final double A3 = 1.781477937;
    private static final double GAMMA = 0.2316419;

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double spot, double strike, double rate, double volatility, double time) {
        double root = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / root;
        double d2 = d1 - root;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
    }

    private static double normal(double x) {
        double k = 1.0 / (1.0 + GAMMA * Math.abs(x));
        double tail = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * k * (A1 + k * (A2 + k * A3));
        return x >= 0 ? 1.0 - tail : tail;
    }
}
