package dev.pullback.runtime.math;

/** The beta function and its logarithm. */
final class BetaFunction {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private BetaFunction() {}

    static double beta(double p, double q) {
        if (isSmall(p, q)) {
            return GammaFunction.gamma(Math.min(p, q))
                    * (GammaFunction.gamma(Math.max(p, q)) / GammaFunction.gamma(p + q));
        }
        return Math.exp(logBeta(p, q));
    }

    static double logBeta(double p, double q) {
        if (!(p > 0.0) || !(q > 0.0)) {
            return p == 0.0 && q >= 0.0 || q == 0.0 && p > 0.0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double small = Math.min(p, q);
        double large = Math.max(p, q);
        if (large == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        } else if (small >= GammaFunction.LARGE) {
            return ofLarge(small, large);
        } else if (large >= GammaFunction.LARGE) {
            return GammaFunction.logGamma(small) + logRatio(large, small);
        }
        return GammaFunction.logGamma(small) + (GammaFunction.logGamma(large) - GammaFunction.logGamma(small + large));
    }

    private static boolean isSmall(double p, double q) {
        return p > 0.0 && q > 0.0 && p < GammaFunction.LARGE && q < GammaFunction.LARGE;
    }

    private static double ofLarge(double small, double large) {
        double ratio = small / large;
        double correction = GammaFunction.stirlingCorrection(small)
                + (GammaFunction.stirlingCorrection(large) - GammaFunction.stirlingCorrection(small + large));
        return HALF_LOG_TWO_PI
                - 0.5 * Math.log(large)
                - (small - 0.5) * Math.log1p(1.0 / ratio)
                - large * Math.log1p(ratio)
                + correction;
    }

    /** {@code logGamma(x) - logGamma(x + delta)} for large {@code x}. */
    private static double logRatio(double x, double delta) {
        double correction = GammaFunction.stirlingCorrection(x) - GammaFunction.stirlingCorrection(x + delta);
        return delta * (1.0 - Math.log(x)) - (x + delta - 0.5) * Math.log1p(delta / x) + correction;
    }
}
