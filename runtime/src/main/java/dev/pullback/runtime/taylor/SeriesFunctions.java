package dev.pullback.runtime.taylor;

import java.util.Arrays;

/**
 * Elementary functions of truncated power series. {@code value} is what the function gives for the constant coefficient; it
 * becomes the constant coefficient of the result. Stateless and thread-safe; lengths are not checked.
 *
 * <p>Source: Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., 2008, table 13.2.
 */
public final class SeriesFunctions {

    private SeriesFunctions() {}

    /**
     * The exponential function.
     *
     * @param a the argument
     * @param value {@code exp(a[0])}
     * @param out receives the series
     */
    public static void exp(double[] a, double value, double[] out) {
        out[0] = value;
        for (int k = 1; k < out.length; k++) {
            out[k] = slope(a, out, k);
        }
    }

    /**
     * The exponential function less one.
     *
     * @param a the argument
     * @param value {@code expm1(a[0])}
     * @param out receives the series
     */
    public static void expm1(double[] a, double value, double[] out) {
        exp(a, value + 1.0, out);
        out[0] = value;
    }

    /**
     * The sine.
     *
     * @param a the argument
     * @param value {@code sin(a[0])}
     * @param cosine receives the cosine
     * @param out receives the series
     */
    public static void sin(double[] a, double value, double[] cosine, double[] out) {
        sineAndCosine(a, value, Math.cos(a[0]), out, cosine);
    }

    /**
     * The cosine.
     *
     * @param a the argument
     * @param value {@code cos(a[0])}
     * @param sine receives the sine
     * @param out receives the series
     */
    public static void cos(double[] a, double value, double[] sine, double[] out) {
        sineAndCosine(a, Math.sin(a[0]), value, sine, out);
    }

    private static void sineAndCosine(double[] a, double sin, double cos, double[] sine, double[] cosine) {
        sine[0] = sin;
        cosine[0] = cos;
        for (int k = 1; k < sine.length; k++) {
            sine[k] = slope(a, cosine, k);
            cosine[k] = -slope(a, sine, k);
        }
    }

    /**
     * The tangent.
     *
     * @param a the argument
     * @param value {@code tan(a[0])}
     * @param slope receives {@code 1 + out * out}
     * @param out receives the series
     */
    public static void tan(double[] a, double value, double[] slope, double[] out) {
        out[0] = value;
        slope[0] = 1.0 + value * value;
        for (int k = 1; k < out.length; k++) {
            out[k] = slope(a, slope, k);
            slope[k] = squared(out, k);
        }
    }

    /**
     * The hyperbolic sine.
     *
     * @param a the argument
     * @param value {@code sinh(a[0])}
     * @param cosine receives the hyperbolic cosine
     * @param out receives the series
     */
    public static void sinh(double[] a, double value, double[] cosine, double[] out) {
        hyperbolic(a, value, Math.cosh(a[0]), out, cosine);
    }

    /**
     * The hyperbolic cosine.
     *
     * @param a the argument
     * @param value {@code cosh(a[0])}
     * @param sine receives the hyperbolic sine
     * @param out receives the series
     */
    public static void cosh(double[] a, double value, double[] sine, double[] out) {
        hyperbolic(a, Math.sinh(a[0]), value, sine, out);
    }

    private static void hyperbolic(double[] a, double sinh, double cosh, double[] sine, double[] cosine) {
        sine[0] = sinh;
        cosine[0] = cosh;
        for (int k = 1; k < sine.length; k++) {
            sine[k] = slope(a, cosine, k);
            cosine[k] = slope(a, sine, k);
        }
    }

    /**
     * The hyperbolic tangent.
     *
     * @param a the argument
     * @param value {@code tanh(a[0])}
     * @param slope receives {@code 1 - out * out}
     * @param out receives the series
     */
    public static void tanh(double[] a, double value, double[] slope, double[] out) {
        out[0] = value;
        // (1 - v)(1 + v) keeps its digits where v is close to one.
        slope[0] = (1.0 - value) * (1.0 + value);
        for (int k = 1; k < out.length; k++) {
            out[k] = slope(a, slope, k);
            slope[k] = -squared(out, k);
        }
    }

    /**
     * The square root.
     *
     * @param a the argument
     * @param value {@code sqrt(a[0])}
     * @param out receives the series
     */
    public static void sqrt(double[] a, double value, double[] out) {
        out[0] = value;
        for (int k = 1; k < out.length; k++) {
            double sum = a[k];
            for (int j = 1; j < k; j++) {
                sum -= out[j] * out[k - j];
            }
            out[k] = sum / (2.0 * value);
        }
    }

    /**
     * The cube root.
     *
     * @param a the argument
     * @param value {@code cbrt(a[0])}
     * @param out receives the series
     */
    public static void cbrt(double[] a, double value, double[] out) {
        powerFrom(a, 1.0 / 3.0, value, out);
    }

    /**
     * The length of a vector of two components; at the origin, where it has a kink, its powers are zero by convention.
     *
     * @param a the first component
     * @param b the second component
     * @param value {@code hypot(a[0], b[0])}
     * @param square receives the square of the length, after scaling
     * @param out receives the series
     */
    public static void hypot(double[] a, double[] b, double value, double[] square, double[] out) {
        if (value == 0.0) {
            Series.constant(value, out);
            return;
        }
        // Of the components over the length, whose squares neither overflow nor vanish.
        for (int k = 0; k < out.length; k++) {
            double sum = 0.0;
            for (int j = 0; j <= k; j++) {
                sum += a[j] / value * (a[k - j] / value) + b[j] / value * (b[k - j] / value);
            }
            square[k] = sum;
        }
        sqrt(square, 1.0, out);
        Series.scale(out, value, out);
        out[0] = value;
    }

    /**
     * A power with a constant exponent. At base zero the coefficients that exist are exact; those of a power that is no whole
     * number are NaN from its order on.
     *
     * @param a the base
     * @param exponent the exponent
     * @param value {@code pow(a[0], exponent)}
     * @param out receives the series
     */
    public static void pow(double[] a, double exponent, double value, double[] out) {
        if (exponent == 0.0) {
            Series.constant(value, out);
        } else if (a[0] != 0.0) {
            powerFrom(a, exponent, value, out);
        } else if (exponent > 0.0 && exponent == Math.rint(exponent)) {
            repeat(a, exponent, out);
        } else {
            rootOfZero(a, exponent, value, out);
        }
    }

    /** {@code out' a = exponent out a'}, solved for the highest coefficient of {@code out}. */
    private static void powerFrom(double[] a, double exponent, double value, double[] out) {
        out[0] = value;
        for (int k = 1; k < out.length; k++) {
            double sum = 0.0;
            for (int j = 1; j <= k; j++) {
                sum += (exponent * j - (k - j)) * a[j] * out[k - j];
            }
            out[k] = sum / (k * a[0]);
        }
    }

    /** A series without a constant to a whole power: each factor moves the first coefficient up. */
    private static void repeat(double[] a, double exponent, double[] out) {
        if (exponent >= out.length) {
            Arrays.fill(out, 0.0);
            return;
        }
        Series.copy(a, out);
        for (int i = 1; i < exponent; i++) {
            Series.multiply(out, a, out);
        }
    }

    private static void rootOfZero(double[] a, double exponent, double value, double[] out) {
        int first = 1;
        while (first < a.length && a[first] == 0.0) {
            first++;
        }
        out[0] = value;
        boolean isConstant = first == a.length;
        for (int k = 1; k < out.length; k++) {
            out[k] = exponent > 0.0 && (isConstant || k < exponent * first) ? 0.0 : Double.NaN;
        }
    }

    /**
     * A power of a constant base.
     *
     * @param base the base
     * @param a the exponent
     * @param value {@code pow(base, a[0])}
     * @param out receives the series
     */
    public static void pow(double base, double[] a, double value, double[] out) {
        if (base == 0.0 && a[0] >= 0.0) {
            Series.constant(value, out);
            return;
        }
        double log = Math.log(base);
        out[0] = value;
        for (int k = 1; k < out.length; k++) {
            out[k] = slope(a, out, k) * log;
        }
    }

    /**
     * A power whose base and exponent vary.
     *
     * @param a the base
     * @param b the exponent
     * @param value {@code pow(a[0], b[0])}
     * @param log receives {@code b * log(a)}, if the exponent does vary
     * @param out receives the series
     */
    public static void pow(double[] a, double[] b, double value, double[] log, double[] out) {
        if (isConstant(b)) {
            pow(a, b[0], value, out);
            return;
        }
        if (isConstant(a)) {
            pow(a[0], b, value, out);
            return;
        }
        log[0] = Math.log(a[0]);
        for (int k = 1; k < log.length; k++) {
            double sum = k * a[k];
            for (int j = 1; j < k; j++) {
                sum -= j * log[j] * a[k - j];
            }
            log[k] = sum / (k * a[0]);
        }
        Series.multiply(log, b, log);
        exp(log, value, out);
    }

    private static boolean isConstant(double[] a) {
        for (int k = 1; k < a.length; k++) {
            if (a[k] != 0.0) {
                return false;
            }
        }
        return true;
    }

    /** The k-th coefficient of a function of {@code a} whose derivative there is {@code slope}. */
    private static double slope(double[] a, double[] slope, int k) {
        double sum = 0.0;
        for (int j = 1; j <= k; j++) {
            sum += j * a[j] * slope[k - j];
        }
        return sum / k;
    }

    private static double squared(double[] a, int k) {
        double sum = 0.0;
        for (int j = 0; j <= k; j++) {
            sum += a[j] * a[k - j];
        }
        return sum;
    }
}
