package dev.pullback.runtime.math;

/** Sine and cosine of multiples of pi, exact at whole and half numbers. */
final class Trigonometry {

    private Trigonometry() {}

    /** {@code sin(pi * x)}. */
    static double sinPi(double x) {
        double nearest = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - nearest));
        return isEven(nearest) ? sine : -sine;
    }

    /** {@code cos(pi * x)}. */
    static double cosPi(double x) {
        double nearest = Math.rint(x);
        double rest = Math.abs(x - nearest);
        // Near a zero the cosine is the sine of what is missing.
        double cosine = rest < 0.25 ? Math.cos(Math.PI * rest) : Math.sin(Math.PI * (0.5 - rest));
        return isEven(nearest) ? cosine : -cosine;
    }

    private static boolean isEven(double whole) {
        return whole % 2.0 == 0.0;
    }
}
