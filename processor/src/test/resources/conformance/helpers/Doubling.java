package conformance.helpers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[2]
// args: double -0.5, double[2]
/** Each helper calls the next one twice: inlined they would be 4,096 copies of the last one. */
public final class Doubling {

    private Doubling() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        return h1(x, a) + a[1];
    }

    private static double h1(double x, double[] a) {
        double t = h2(0.9 * x, a);
        return Math.sin(t) + a[1] * h2(t + 0.1, a);
    }

    private static double h2(double x, double[] a) {
        double t = h3(0.9 * x, a);
        return Math.sin(t) + a[0] * h3(t + 0.2, a);
    }

    private static double h3(double x, double[] a) {
        double t = h4(0.9 * x, a);
        return Math.sin(t) + a[1] * h4(t + 0.3, a);
    }

    private static double h4(double x, double[] a) {
        double t = h5(0.9 * x, a);
        return Math.sin(t) + a[0] * h5(t + 0.4, a);
    }

    private static double h5(double x, double[] a) {
        double t = h6(0.9 * x, a);
        return Math.sin(t) + a[1] * h6(t + 0.5, a);
    }

    private static double h6(double x, double[] a) {
        double t = h7(0.9 * x, a);
        return Math.sin(t) + a[0] * h7(t + 0.6, a);
    }

    private static double h7(double x, double[] a) {
        double t = h8(0.9 * x, a);
        return Math.sin(t) + a[1] * h8(t + 0.7, a);
    }

    private static double h8(double x, double[] a) {
        double t = h9(0.9 * x, a);
        return Math.sin(t) + a[0] * h9(t + 0.8, a);
    }

    private static double h9(double x, double[] a) {
        double t = h10(0.9 * x, a);
        return Math.sin(t) + a[1] * h10(t + 0.9, a);
    }

    private static double h10(double x, double[] a) {
        double t = h11(0.9 * x, a);
        return Math.sin(t) + a[0] * h11(t + 1.0, a);
    }

    private static double h11(double x, double[] a) {
        double t = h12(0.9 * x, a);
        return Math.sin(t) + a[1] * h12(t + 1.1, a);
    }

    private static double h12(double x, double[] a) {
        return x * a[0] + Math.cos(x);
    }
}
