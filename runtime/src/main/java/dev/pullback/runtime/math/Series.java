package dev.pullback.runtime.math;

/** Sums of series with known coefficients. */
final class Series {

    private Series() {}

    /** {@code c[0] + c[1] * x + c[2] * x * x + ...}, by Horner's rule. */
    static double polynomial(double[] c, double x) {
        double sum = 0.0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * x + c[i];
        }
        return sum;
    }

    /** {@code c[0] * T0(t) + c[1] * T1(t) + ...} in Chebyshev polynomials, by Clenshaw's recurrence. */
    static double chebyshev(double[] c, double t) {
        double last = 0.0;
        double beforeLast = 0.0;
        for (int i = c.length - 1; i >= 1; i--) {
            double next = 2.0 * t * last - beforeLast + c[i];
            beforeLast = last;
            last = next;
        }
        return t * last - beforeLast + c[0];
    }
}
