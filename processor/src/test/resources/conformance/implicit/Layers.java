package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

// args: double[3], double in [0.5, 1.5]
/**
 * Solutions of solutions, with one array for two arguments, and numbers that are the roots of equations with arrays. All of them
 * have a closed form, which the method subtracts in part.
 */
public final class Layers {

    private Layers() {}

    /** One number, of two arrays and a number. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double cubic(double x, double[] a, double[] b, double c) {
        double sum = c * c + 1;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return x * x * x + x - sum;
    }

    @SolutionOf(root = "cubic")
    static double cubicRoot(double[] a, double[] b, double c) {
        double x = 1;
        for (int i = 0; i < 80; i++) {
            x -= cubic(x, a, b, c) / (3 * x * x + 1);
        }
        return x;
    }

    /** A vector, of a number alone. */
    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[] average(double[] x, double y) {
        double[] next = new double[2];
        next[0] = 0.3 * Math.sin(x[1]) + y * y;
        next[1] = 0.2 * x[0] * y;
        return next;
    }

    @SolutionOf(fixedPoint = "average", tolerance = 1e-15)
    static double[] averages(double y) {
        double[] x = new double[2];
        for (int i = 0; i < 100; i++) {
            x = average(x, y);
        }
        return x;
    }

    /** A solution whose equation calls a solution. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double outer(double z, double[] a) {
        return z * z - 4 - cubicRoot(a, a, z) * 0.1;
    }

    @SolutionOf(root = "outer")
    static double outerRoot(double[] a) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (outer(middle, a) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double c) {
        double[] twice = {a[0] * a[1], a[1], c};
        double sum = cubicRoot(a, twice, c) + cubicRoot(a, a, c);
        double[] x = averages(0.5 * sum);
        return x[0] * x[1] * c + outerRoot(a) * a[2];
    }
}
