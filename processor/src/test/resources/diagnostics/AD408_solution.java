import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

class SolutionWithoutSecond {
    @Differentiable
    static double residual(double x, double a) {
        return x * x * x + x - a;
    }

    @SolutionOf(root = "residual")
    static double root(double a) {
        double x = a;
        for (int i = 0; i < 60; i++) {
            x -= residual(x, a) / (3 * x * x + 1);
        }
        return x;
    }

    @Differentiable(derivatives = Derivative.HESSIAN)
    static double f(double a) { // expect AD408
        return root(a) * a;
    }
}
