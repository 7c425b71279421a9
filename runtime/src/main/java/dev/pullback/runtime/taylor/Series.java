package dev.pullback.runtime.taylor;

import dev.pullback.runtime.Shapes;
import java.util.Arrays;

/**
 * Sums, products and quotients of truncated power series. Stateless and thread-safe; lengths are not checked.
 *
 * <p>Source: Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., 2008, chapter 13.
 */
public final class Series {

    private Series() {}

    /**
     * The number of coefficients up to an order.
     *
     * @param order the highest power
     * @return {@code order + 1}
     * @throws IllegalArgumentException if the order is negative
     */
    public static int terms(int order) {
        if (order < 0) {
            throw new IllegalArgumentException("order is " + order + ", expected at least 0");
        }
        return order + 1;
    }

    // ---- begin ----

    /**
     * Makes a constant.
     *
     * @param value the constant
     * @param out receives the series
     */
    public static void constant(double value, double[] out) {
        Arrays.fill(out, 0.0);
        out[0] = value;
    }

    /**
     * Makes the series of {@code value + slope * t}.
     *
     * @param value the constant coefficient
     * @param slope the coefficient of the first power
     * @param out receives the series
     */
    public static void variable(double value, double slope, double[] out) {
        constant(value, out);
        if (out.length > 1) {
            out[1] = slope;
        }
    }

    /**
     * Makes the series of the elements of an array.
     *
     * @param values the constant coefficients
     * @param direction holds the coefficients of the first power
     * @param offset where in {@code direction} those of the first element stand
     * @param out receives one series per element
     */
    public static void variables(double[] values, double[] direction, int offset, double[][] out) {
        for (int i = 0; i < values.length; i++) {
            variable(values[i], direction[offset + i], out[i]);
        }
    }

    /**
     * Makes the series of the elements of a matrix.
     *
     * @param values the constant coefficients
     * @param direction holds the coefficients of the first power, row by row
     * @param offset where in {@code direction} those of the first element stand
     * @param terms the number of coefficients
     * @return one series per element, new arrays
     */
    public static double[][][] variables(double[][] values, double[] direction, int offset, int terms) {
        double[][][] out = new double[values.length][][];
        int next = offset;
        for (int i = 0; i < values.length; i++) {
            out[i] = new double[values[i].length][terms];
            variables(values[i], direction, next, out[i]);
            next += values[i].length;
        }
        return out;
    }

    /**
     * Makes series of the elements of an array that is constant.
     *
     * @param values the constants
     * @param out receives one series per element
     */
    public static void constants(double[] values, double[][] out) {
        for (int i = 0; i < values.length; i++) {
            constant(values[i], out[i]);
        }
    }

    /**
     * Makes series of the elements of a matrix that is constant.
     *
     * @param values the constants
     * @param terms the number of coefficients
     * @return one series per element, new arrays
     */
    public static double[][][] constants(double[][] values, int terms) {
        double[][][] out = new double[values.length][][];
        for (int i = 0; i < values.length; i++) {
            out[i] = new double[values[i].length][terms];
            constants(values[i], out[i]);
        }
        return out;
    }

    /**
     * Makes series of the elements of a matrix that is constant.
     *
     * @param values the constants
     * @param out receives one series per element
     */
    public static void constants(double[][] values, double[][][] out) {
        for (int i = 0; i < values.length; i++) {
            constants(values[i], out[i]);
        }
    }

    /**
     * Copies the series of the elements of an array to those of a part of a longer one.
     *
     * @param series one series per element
     * @param into receives the copies
     * @param offset where they begin
     */
    public static void pack(double[][] series, double[][] into, int offset) {
        for (int i = 0; i < series.length; i++) {
            copy(series[i], into[offset + i]);
        }
    }

    /**
     * Copies the series of the elements of a matrix, row by row, to those of a part of an array.
     *
     * @param series one series per element
     * @param into receives the copies
     * @param offset where they begin
     */
    public static void pack(double[][][] series, double[][] into, int offset) {
        int start = offset;
        for (double[][] row : series) {
            pack(row, into, start);
            start += row.length;
        }
    }

    /**
     * Copies a series.
     *
     * @param a the series
     * @param out receives the copy
     */
    public static void copy(double[] a, double[] out) {
        Shapes.copy(a, out);
    }

    // ---- sums ----

    /**
     * Changes the sign.
     *
     * @param a the series
     * @param out receives {@code -a}; may be {@code a}
     */
    public static void negate(double[] a, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = -a[k];
        }
    }

    /**
     * Adds two series.
     *
     * @param a the first series
     * @param b the second series
     * @param out receives {@code a + b}; may be one of them
     */
    public static void add(double[] a, double[] b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = a[k] + b[k];
        }
    }

    /**
     * Adds a number.
     *
     * @param a the series
     * @param c the number
     * @param out receives {@code a + c}
     */
    public static void add(double[] a, double c, double[] out) {
        copy(a, out);
        out[0] += c;
    }

    /**
     * Adds to a series.
     *
     * @param a the series to add
     * @param sum what it is added to
     */
    public static void addTo(double[] a, double[] sum) {
        add(sum, a, sum);
    }

    /**
     * Subtracts two series.
     *
     * @param a the first series
     * @param b the second series
     * @param out receives {@code a - b}; may be one of them
     */
    public static void subtract(double[] a, double[] b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = a[k] - b[k];
        }
    }

    /**
     * Subtracts a number.
     *
     * @param a the series
     * @param c the number
     * @param out receives {@code a - c}
     */
    public static void subtract(double[] a, double c, double[] out) {
        copy(a, out);
        out[0] -= c;
    }

    /**
     * Subtracts from a number.
     *
     * @param c the number
     * @param a the series
     * @param out receives {@code c - a}
     */
    public static void subtract(double c, double[] a, double[] out) {
        negate(a, out);
        out[0] = c - a[0];
    }

    // ---- products ----

    /**
     * Multiplies with a number.
     *
     * @param a the series
     * @param c the number
     * @param out receives {@code a * c}; may be {@code a}
     */
    public static void scale(double[] a, double c, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = a[k] * c;
        }
    }

    /**
     * Adds the powers from the first on, multiplied with a number.
     *
     * @param a the series
     * @param c the number
     * @param sum what the powers are added to
     */
    public static void addPowers(double[] a, double c, double[] sum) {
        for (int k = 1; k < sum.length; k++) {
            sum[k] += a[k] * c;
        }
    }

    /**
     * Multiplies two series.
     *
     * @param a the first series
     * @param b the second series
     * @param out receives {@code a * b}; may be one of them
     */
    public static void multiply(double[] a, double[] b, double[] out) {
        for (int k = out.length - 1; k >= 0; k--) {
            double sum = 0.0;
            for (int j = 0; j <= k; j++) {
                sum += a[j] * b[k - j];
            }
            out[k] = sum;
        }
    }

    /**
     * Divides two series.
     *
     * @param a the numerator
     * @param b the denominator
     * @param out receives {@code a / b}; may be {@code a}
     */
    public static void divide(double[] a, double[] b, double[] out) {
        for (int k = 0; k < out.length; k++) {
            double sum = a[k];
            for (int j = 1; j <= k; j++) {
                sum -= b[j] * out[k - j];
            }
            out[k] = sum / b[0];
        }
    }

    /**
     * Divides by a number.
     *
     * @param a the series
     * @param c the number
     * @param out receives {@code a / c}; may be {@code a}
     */
    public static void divide(double[] a, double c, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = a[k] / c;
        }
    }

    /**
     * Divides a number.
     *
     * @param c the number
     * @param b the denominator
     * @param out receives {@code c / b}
     */
    public static void divide(double c, double[] b, double[] out) {
        constant(c, out);
        divide(out, b, out);
    }

    /**
     * Adds the powers, from the first on, of the integral of {@code slope} along {@code a}: what a function with this slope
     * gives.
     *
     * @param slope the series of the partial derivative at {@code a}
     * @param a the argument
     * @param sum what the powers are added to
     */
    public static void addIntegral(double[] slope, double[] a, double[] sum) {
        for (int k = 1; k < sum.length; k++) {
            double weighted = 0.0;
            for (int j = 1; j <= k; j++) {
                weighted += j * a[j] * slope[k - j];
            }
            sum[k] += weighted / k;
        }
    }
}
