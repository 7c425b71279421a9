import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

class Solver {
    @Differentiable
    static double step(double x, double a) {
        return x - (x * x - a) / (2 * x);
    }

    @SolutionOf(fixedPoint = "step") // expect AD161
    double instance(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "step") // expect AD161
    private static double hidden(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "step") // expect AD161
    @Differentiable
    static double unrolled(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "step") // expect AD161
    static double[][] matrix(double a) {
        return new double[][] {{Math.sqrt(a)}};
    }
}
