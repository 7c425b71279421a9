package dev.pullback.runtime.math;

/** The gamma function and its logarithm. */
final class GammaFunction {

    /** From here on Stirling's series has all digits. */
    static final double LARGE = 10.0;

    /** The sum of a gamma function's arguments where it overflows. */
    private static final double OVERFLOW = 171.7;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double SQRT_TWO_PI = 2.5066282746310007;

    /** One minus Euler's constant. */
    static final double ONE_MINUS_GAMMA = 0.42278433509846713;

    /** Coefficients of Stirling's series in powers of {@code 1 / x^2}. */
    private static final double[] STIRLING = {
        0.08333333333333333,
        -0.002777777777777778,
        0.0007936507936507937,
        -0.0005952380952380953,
        0.0008417508417508417,
        -0.0019175269175269176,
        0.00641025641025641,
        -0.029550653594771242,
        0.17964437236883057,
        -1.3924322169059011
    };

    /** {@code (-1)^k (zeta(k) - 1) / k} from {@code k = 2} on: the Taylor series of logGamma at 2. */
    private static final double[] TAYLOR = {
        0.3224670334241132,
        -0.0673523010531981,
        0.020580808427784546,
        -0.007385551028673986,
        0.0028905103307415234,
        -0.001192753911703261,
        0.0005096695247430425,
        -0.00022315475845357939,
        9.945751278180853e-5,
        -4.492623673813314e-5,
        2.050721277567069e-5,
        -9.439488275268397e-6,
        4.374866789907488e-6,
        -2.039215753801366e-6,
        9.55141213040742e-7,
        -4.492469198764566e-7,
        2.1207184805554665e-7,
        -1.0043224823968099e-7,
        4.7698101693639804e-8,
        -2.2711094608943164e-8,
        1.0838659214896955e-8,
        -5.183475041970047e-9,
        2.4836745438024785e-9,
        -1.1921401405860912e-9,
        5.731367241678862e-10,
        -2.7595228851242334e-10,
        1.330476437424449e-10,
        -6.4229645638381e-11,
        3.1044247747322276e-11
    };

    private GammaFunction() {}

    static double gamma(double x) {
        if (x >= LARGE) {
            return x > OVERFLOW ? Double.POSITIVE_INFINITY : stirling(x);
        } else if (x > 0.0) {
            return belowLarge(x);
        } else if (x == 0.0) {
            return 1.0 / x;
        }
        if (x == Math.rint(x) || Double.isNaN(x)) {
            return Double.NaN;
        }
        double sine = Trigonometry.sinPi(x);
        // Gamma(x) = -pi / (x sin(pi x) Gamma(-x)); it underflows where Gamma(-x) overflows.
        return -Math.PI / (x * sine) / gamma(-x);
    }

    /** The power in two parts, since it overflows before the product does. */
    private static double stirling(double x) {
        double half = Math.pow(x, 0.5 * x - 0.25);
        return SQRT_TWO_PI * half * Math.exp(-x) * half * Math.exp(stirlingCorrection(x));
    }

    private static double belowLarge(double x) {
        double product = 1.0;
        double y = x;
        while (y > 2.5) {
            y -= 1.0;
            product *= y;
        }
        double divisor = 1.0;
        while (y < 1.5) {
            divisor *= y;
            y += 1.0;
        }
        return Math.exp(nearTwo(y)) * product / divisor;
    }

    static double logGamma(double x) {
        if (x >= LARGE) {
            double result = (x - 0.5) * (Math.log(x) - 1.0) + (HALF_LOG_TWO_PI - 0.5) + stirlingCorrection(x);
            return x == Double.POSITIVE_INFINITY ? x : result;
        } else if (x > 2.5) {
            double product = 1.0;
            double y = x;
            while (y > 2.5) {
                y -= 1.0;
                product *= y;
            }
            return Math.log(product) + nearTwo(y);
        } else if (x >= 1.5) {
            return nearTwo(x);
        } else if (x >= 0.5) {
            return taylor(x - 1.0) - Math.log1p(x - 1.0);
        } else if (x > 0.0) {
            return taylor(x) - Math.log1p(x) - Math.log(x);
        }
        if (x == Math.rint(x) || Double.isNaN(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        return Math.log(Math.PI / Math.abs(x * Trigonometry.sinPi(x))) - logGamma(-x);
    }

    private static double nearTwo(double x) {
        return taylor(x - 2.0);
    }

    /** {@code logGamma(2 + h)} for {@code h} between -0.5 and 0.5. */
    private static double taylor(double h) {
        return h * (ONE_MINUS_GAMMA + h * Series.polynomial(TAYLOR, h));
    }

    /** What Stirling's formula lacks, for large {@code x}. */
    static double stirlingCorrection(double x) {
        double inverse = 1.0 / x;
        return inverse * Series.polynomial(STIRLING, inverse * inverse);
    }
}
