package dev.pullback.runtime.check;

/**
 * Central differences of a function of one number, with what is needed to judge them.
 *
 * <p>Source of the step: Nocedal and Wright 2006, "Numerical Optimization", section 8.1.
 *
 * @param central the central difference with step h
 * @param wide the central difference with step 2 h
 * @param gap the difference of the one-sided slopes with step h
 * @param wideGap the difference of the one-sided slopes with step 2 h
 * @param noise the rounding error of {@code central}
 */
record CentralDifference(double central, double wide, double gap, double wideGap, double noise) {
    private static final double MACHINE_EPSILON = Math.ulp(1.0);
    private static final double RELATIVE_STEP = Math.cbrt(MACHINE_EPSILON);

    /** The rounding errors of a value that are taken for granted, in units in the last place. */
    private static final double NOISE_ULPS = 16.0;

    /** By how many tolerances the two steps may differ: the extrapolation is that much better than they are. */
    private static final double AGREEMENT = 100.0;

    /** Where the function is needed: at x - 2 h, x - h, x + h and x + 2 h. */
    static double[] points(double x) {
        double h = step(x);
        return new double[] {x - 2.0 * h, x - h, x + h, x + 2.0 * h};
    }

    private static double step(double x) {
        return RELATIVE_STEP * Math.max(1.0, Math.abs(x));
    }

    /** The differences at x, from the value there and those at the {@link #points}. */
    static CentralDifference of(double x, double value, double[] points, double[] values) {
        double largest = Math.abs(value);
        for (double v : values) {
            largest = Math.max(largest, Math.abs(v));
        }
        return new CentralDifference(
                (values[2] - values[1]) / (points[2] - points[1]),
                (values[3] - values[0]) / (points[3] - points[0]),
                (values[2] - value) / (points[2] - x) - (value - values[1]) / (x - points[1]),
                (values[3] - value) / (points[3] - x) - (value - values[0]) / (x - points[0]),
                NOISE_ULPS * MACHINE_EPSILON * largest / step(x));
    }

    /** Cancels the leading truncation error, which is four times larger at the double step. */
    double extrapolated() {
        return central + (central - wide) / 3.0;
    }

    /** Whether the two steps agree without a kink within their reach; false if a value is not finite. */
    boolean isReliable(double tolerance) {
        double scale = Math.max(Math.max(Math.abs(central), Math.abs(wide)), Math.abs(gap));
        double jump = 2.0 * gap - wideGap;
        return scale < Double.POSITIVE_INFINITY
                && Math.abs(central - wide) <= AGREEMENT * tolerance * scale + 4.0 * noise
                && Math.abs(jump) <= tolerance * scale + 4.0 * noise;
    }

    /** The relative error of a derivative; infinite if it is not finite. */
    double errorOf(double derivative, double tolerance) {
        if (!Double.isFinite(derivative)) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = extrapolated();
        double size = Math.max(Math.abs(derivative), Math.abs(difference));
        double scale = Math.max(size, Math.max(Math.abs(gap), noise / tolerance));
        return derivative == difference ? 0.0 : Math.abs(derivative - difference) / scale;
    }
}
