package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** Implied volatility of the SABR model, away from the money. */
final class Sabr {

    private Sabr() {}

    /** The formula of P. Hagan and others, Managing smile risk, 2002, (2.17a). */
    @Differentiable(wrt = {"forward", "alpha", "beta", "rho", "nu"})
    static double volatility(
            double forward, double strike, double expiry, double alpha, double beta, double rho, double nu) {
        double oneMinusBeta = 1 - beta;
        double power = Math.pow(forward * strike, 0.5 * oneMinusBeta);
        double log = Math.log(forward / strike);
        double square = oneMinusBeta * oneMinusBeta;
        double logSquare = log * log;
        double denominator = power * (1 + square / 24 * logSquare + square * square / 1920 * logSquare * logSquare);
        double z = nu / alpha * power * log;
        double root = Math.sqrt(1 - 2 * rho * z + z * z);
        double chi = Math.log((root + z - rho) / (1 - rho));
        double time = 1
                + expiry
                        * (square / 24 * alpha * alpha / (power * power)
                                + rho * beta * nu * alpha / (4 * power)
                                + (2 - 3 * rho * rho) / 24 * nu * nu);
        return alpha / denominator * (z / chi) * time;
    }
}
