package golden.in_place_recurrence;

import dev.pullback.annotations.Differentiable;

/** Filters. */
public final class Filter {

    /** Not to be instantiated. */
    private Filter() {}

    /**
     * Smooths a signal in place and measures it.
     *
     * @param x the signal, smoothed afterwards
     * @param gain weight of the previous sample
     * @return the sum of squares of the smoothed signal
     */
    @Differentiable
    public static double power(double[] x, double gain) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i] + gain * x[i - 1] * x[i];
            sum += x[i] * x[i];
        }
        return sum;
    }
}
