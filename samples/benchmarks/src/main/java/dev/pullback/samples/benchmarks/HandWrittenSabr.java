package dev.pullback.samples.benchmarks;

/** The gradient of {@link Sabr} by hand, backwards through the formula with common factors taken out. */
final class HandWrittenSabr {

    private HandWrittenSabr() {}

    static double valueAndGradient(
            double forward,
            double strike,
            double expiry,
            double alpha,
            double beta,
            double rho,
            double nu,
            double[] bars) {
        double oneMinusBeta = 1 - beta;
        double power = Math.pow(forward * strike, 0.5 * oneMinusBeta);
        double log = Math.log(forward / strike);
        double square = oneMinusBeta * oneMinusBeta;
        double logSquare = log * log;
        double series = 1 + square / 24 * logSquare + square * square / 1920 * logSquare * logSquare;
        double denominator = power * series;
        double z = nu / alpha * power * log;
        double root = Math.sqrt(1 - 2 * rho * z + z * z);
        double argument = root + z - rho;
        double chi = Math.log(argument / (1 - rho));
        double first = square / 24 * alpha * alpha / (power * power);
        double second = rho * beta * nu * alpha / (4 * power);
        double third = (2 - 3 * rho * rho) / 24 * nu * nu;
        double time = 1 + expiry * (first + second + third);
        double value = alpha / denominator * (z / chi) * time;

        double timeBar = expiry * value / time;
        double chiBar = -value / chi;
        double seriesBar = -value / series;
        double argumentBar = chiBar / argument;
        double rootBar = argumentBar / root;
        double zBar = value / z + argumentBar + rootBar * (z - rho);
        double rhoBar = -argumentBar - rootBar * z + chiBar / (1 - rho);
        rhoBar += timeBar * (beta * nu * alpha / (4 * power) - 0.25 * rho * nu * nu);
        double nuBar = zBar * z / nu + timeBar * (rho * beta * alpha / (4 * power) + 2 * third / nu);
        double alphaBar = value / alpha - zBar * z / alpha + timeBar * (2 * first + second) / alpha;
        double powerBar = (zBar * z - value - timeBar * (2 * first + second)) / power;
        double logBar =
                zBar * nu / alpha * power + seriesBar * (square / 12 * log + square * square / 480 * logSquare * log);
        double squareBar = seriesBar * (logSquare / 24 + square / 960 * logSquare * logSquare)
                + timeBar * alpha * alpha / (24 * power * power);
        double oneMinusBetaBar = squareBar * 2 * oneMinusBeta + powerBar * power * 0.5 * Math.log(forward * strike);
        bars[0] = (powerBar * 0.5 * oneMinusBeta * power + logBar) / forward;
        bars[1] = alphaBar;
        bars[2] = timeBar * rho * nu * alpha / (4 * power) - oneMinusBetaBar;
        bars[3] = rhoBar;
        bars[4] = nuBar;
        return value;
    }
}
