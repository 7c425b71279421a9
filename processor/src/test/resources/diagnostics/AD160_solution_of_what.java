import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

class Solutions {
    @Differentiable
    static double step(double x, double a) {
        return x - (x * x - a) / (2 * x);
    }

    @SolutionOf // expect AD160
    static double neither(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "step", root = "step") // expect AD160
    static double both(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "step", tolerance = 0) // expect AD160
    static double impatient(double a) {
        return Math.sqrt(a);
    }
}
