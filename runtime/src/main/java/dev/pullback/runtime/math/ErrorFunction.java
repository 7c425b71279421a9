package dev.pullback.runtime.math;

/** The error function and the normal distribution function, which is the same but for scaling. */
final class ErrorFunction {

    /** The middle of the mapping of the positive numbers to the interval from -1 to 1. */
    private static final double MIDDLE = 3.75;

    /** From here on erfc is below half the smallest number. */
    private static final double UNDERFLOW = 27.3;

    /** Coefficients of {@code erf(x) / x} in powers of {@code x * x}. */
    private static final double[] ERF = {
        1.1283791670955126,
        -0.37612638903183754,
        0.11283791670955126,
        -0.026866170645131252,
        0.005223977625442188,
        -0.0008548327023450853,
        0.00012055332981789664,
        -1.492565035840625e-5,
        1.6462114365889248e-6,
        -1.6365844691234924e-7,
        1.4807192815879218e-8,
        -1.2290555301717928e-9,
        9.422759064650411e-11,
        -6.7113668551641105e-12,
        4.4632242632864775e-13
    };

    /** Chebyshev coefficients of {@code (1 + 2 * x) * exp(x * x) * erfc(x)}. */
    private static final double[] SCALED_ERFC = {
        1.1775789345674017,
        -0.004590054580646478,
        -0.08424913336651792,
        0.05920993999819189,
        -0.026658668435305753,
        0.009074997670705265,
        -0.002413163540417608,
        0.0004907758365258086,
        -6.916973302501207e-5,
        4.13902798607301e-6,
        7.74038306619849e-7,
        -2.1886401049234397e-7,
        1.076499946567091e-8,
        4.521959811218287e-9,
        -7.754400208831351e-10,
        -6.318088340886684e-11,
        2.86879501093067e-11,
        1.9455868545777347e-13,
        -9.65469674843344e-13,
        3.25254814814874e-14,
        3.3478119482868056e-14,
        -1.864562880419313e-15,
        -1.2507950530688648e-15,
        7.418235256624044e-17,
        5.068148904796111e-17,
        -2.2370566594359995e-18,
        -2.187342944303018e-18
    };

    private ErrorFunction() {}

    static double erf(double x) {
        if (Math.abs(x) <= 0.5) {
            return x * Series.polynomial(ERF, x * x);
        }
        return x > 0.0 ? 1.0 - erfc(x) : erfc(-x) - 1.0;
    }

    static double erfc(double x) {
        if (Math.abs(x) <= 0.5) {
            return 1.0 - erf(x);
        }
        return x > 0.0 ? expOfSquare(x) * scaledErfc(x) : 2.0 - expOfSquare(x) * scaledErfc(-x);
    }

    static double normalCdf(double x) {
        double z = x * NormalQuantile.SQRT_HALF;
        if (Math.abs(z) <= 0.5) {
            return 0.5 + 0.5 * erf(z);
        }
        double tail = 0.5 * expOfHalfSquare(x) * scaledErfc(Math.abs(z));
        return x > 0.0 ? 1.0 - tail : tail;
    }

    /** {@code exp(x * x) * erfc(x)} for positive {@code x}. */
    private static double scaledErfc(double x) {
        double t = x < 1e300 ? (x - MIDDLE) / (x + MIDDLE) : 1.0;
        return Series.chebyshev(SCALED_ERFC, t) / (1.0 + 2.0 * x);
    }

    /** {@code exp(-x * x)}; what rounding the square loses would be multiplied by the square. */
    private static double expOfSquare(double x) {
        if (Math.abs(x) > UNDERFLOW) {
            return 0.0;
        }
        double square = x * x;
        return Math.exp(-square) * (1.0 - Math.fma(x, x, -square));
    }

    /** {@code exp(-x * x / 2)}. */
    static double expOfHalfSquare(double x) {
        if (Math.abs(x) > UNDERFLOW / NormalQuantile.SQRT_HALF) {
            return 0.0;
        }
        double square = x * x;
        return Math.exp(-0.5 * square) * (1.0 - 0.5 * Math.fma(x, x, -square));
    }
}
