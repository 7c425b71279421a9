package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.SolutionOf;

// args: double in [0.5, 2], double in [0.5, 2]
// args: double in [3, 4], double in [-1, 1]
/** A root that is one number, by bisection: no step of it has a derivative. */
public final class Volatility {

    private Volatility() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double residual(double x, double a, double b) {
        return x * x * x + a * x - b;
    }

    @SolutionOf(root = "residual")
    static double root(double a, double b) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            if (residual(middle, a, b) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double newton(double x, double a) {
        return x - (x * x - a) / (2 * x);
    }

    @SolutionOf(fixedPoint = "newton")
    static double squareRoot(double a) {
        double x = a;
        for (int i = 0; i < 60; i++) {
            x = newton(x, a);
        }
        return x;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double b) {
        return root(a, b) * a + root(b * b, 1.5) + squareRoot(a * a + b * b);
    }
}
