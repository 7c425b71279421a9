package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

// args: double in [1, 2], double[2] in [0.5, 1]
/** A root that is a vector, of a number and an array or of a number alone, in reverse mode only. */
public final class Intersection {

    private Intersection() {}

    /** A circle and a line. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] residual(double[] x, double radius, double[] line) {
        return new double[] {x[0] * x[0] + x[1] * x[1] - radius * radius, line[0] * x[0] - line[1] * x[1]};
    }

    @SolutionOf(root = "residual")
    static double[] intersection(double radius, double[] line) {
        double scale = radius / Math.hypot(line[0], line[1]);
        return new double[] {scale * line[1], scale * line[0]};
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] square(double[] x, double area) {
        return new double[] {x[0] * x[0] - area};
    }

    @SolutionOf(root = "square")
    static double[] side(double area) {
        return new double[] {Math.sqrt(area)};
    }

    @Differentiable
    public static double f(double radius, double[] line) {
        double[] x = intersection(radius, line);
        return x[0] * x[0] * x[1] + radius * x[1] + side(radius * line[0])[0];
    }
}
