package dev.pullback.runtime.math;

/**
 * The error function, the normal distribution, and the gamma and beta functions with their derivatives. All are
 * differentiable in a {@code @Differentiable} method, except {@link #tetragamma(double)} and
 * {@link #digammaDifference(double, double)}, which serve as derivatives of the others.
 *
 * <p>A NaN argument gives NaN, and so does an argument outside the domain. Values are within 8 units in the last place except
 * where a method says otherwise.
 */
public final class SpecialFunctions {

    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

    private SpecialFunctions() {}

    // ---- error function ----

    /**
     * The error function {@code 2 / sqrt(pi)} times the integral of {@code exp(-t * t)} from 0 to {@code x}.
     *
     * <p>Near zero the series of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 7.1.5; elsewhere
     * {@code 1 - erfc(x)}.
     */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /**
     * {@code 1 - erf(x)}, without loss of digits for large {@code x}.
     *
     * <p>The Chebyshev expansion of {@code (1 + 2 * x) * exp(x * x) * erfc(x)} in {@code (x - 3.75) / (x + 3.75)}, after M. M.
     * Shepherd and J. G. Laframboise, Chebyshev approximation of (1 + 2x) exp(x^2) erfc x in 0 &lt;= x &lt; infinity, 1981.
     */
    public static double erfc(double x) {
        return ErrorFunction.erfc(x);
    }

    /**
     * The number whose {@link #erf(double)} is {@code y}; infinite at -1 and 1.
     *
     * <p>M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution, 1988.
     */
    public static double erfInv(double y) {
        return NormalQuantile.of(0.5 * y, 0.5 * (1.0 - Math.abs(y))) * NormalQuantile.SQRT_HALF;
    }

    /** The number whose {@link #erfc(double)} is {@code y}; infinite at 0 and 2. */
    public static double erfcInv(double y) {
        return -NormalQuantile.of(0.5 * (y - 1.0), 0.5 * Math.min(y, 2.0 - y)) * NormalQuantile.SQRT_HALF;
    }

    // ---- normal distribution ----

    /** The density of the standard normal distribution. */
    public static double normalPdf(double x) {
        return INVERSE_SQRT_TWO_PI * ErrorFunction.expOfHalfSquare(x);
    }

    /** The probability that a standard normal variable is at most {@code x}, accurate in both tails. */
    public static double normalCdf(double x) {
        return ErrorFunction.normalCdf(x);
    }

    /**
     * The quantile of the standard normal distribution, the inverse of {@link #normalCdf(double)}; infinite at 0 and 1.
     *
     * <p>M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution, 1988.
     */
    public static double normalInverseCdf(double p) {
        return NormalQuantile.of(p - 0.5, Math.min(p, 1.0 - p));
    }

    // ---- gamma functions ----

    /**
     * The gamma function: {@code (x - 1)!} for whole {@code x}. NaN at the negative whole numbers, infinite at zero.
     *
     * <p>Stirling's series (P.-S. Laplace, Theorie analytique des probabilites, 1812) above 10, recurrence below, reflection
     * for negative numbers. Zero below -171.7.
     */
    public static double gamma(double x) {
        return GammaFunction.gamma(x);
    }

    /**
     * The logarithm of the absolute value of the gamma function; infinite at its poles.
     *
     * <p>Stirling's series above 10; below, the Taylor series at 2 (Abramowitz and Stegun, Handbook of Mathematical Functions,
     * 1964, 6.1.33) and recurrence. For negative numbers by reflection, with small absolute error at the zeros there.
     */
    public static double logGamma(double x) {
        return GammaFunction.logGamma(x);
    }

    /**
     * The derivative of {@link #logGamma(double)}. NaN at the negative whole numbers, infinite at zero.
     *
     * <p>J. M. Bernardo, Algorithm AS 103: Psi (digamma) function, 1976, with more terms, and a Taylor series at the positive
     * root. Within 16 units in the last place; for negative numbers by reflection, with small absolute error at the roots
     * there.
     */
    public static double digamma(double x) {
        return PolygammaFunction.digamma(x);
    }

    /**
     * The derivative of {@link #digamma(double)}; infinite at zero and the negative whole numbers.
     *
     * <p>B. E. Schneider, Algorithm AS 121: Trigamma function, 1978, with more terms and reflection.
     */
    public static double trigamma(double x) {
        return PolygammaFunction.trigamma(x);
    }

    /** The derivative of {@link #trigamma(double)}. */
    public static double tetragamma(double x) {
        return PolygammaFunction.tetragamma(x);
    }

    /**
     * {@code digamma(x + delta) - digamma(x)} without cancellation, the derivative of a ratio of gamma functions. NaN unless
     * {@code x} is positive and {@code delta} is not negative.
     */
    public static double digammaDifference(double x, double delta) {
        return PolygammaFunction.digammaDifference(x, delta);
    }

    // ---- beta function ----

    /**
     * {@code gamma(p) * gamma(q) / gamma(p + q)}; NaN unless both are positive. For arguments above 10 the relative error grows
     * with the size of {@link #logBeta(double, double)}.
     */
    public static double beta(double p, double q) {
        return BetaFunction.beta(p, q);
    }

    /**
     * The logarithm of {@link #beta(double, double)}; the error is small beside 1 and the value.
     *
     * <p>For large arguments after A. R. DiDonato and A. H. Morris, Algorithm 708: Significant digit computation of the
     * incomplete beta function ratios, 1992.
     */
    public static double logBeta(double p, double q) {
        return BetaFunction.logBeta(p, q);
    }
}
