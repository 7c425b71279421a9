package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.implicit.FixedPoint;

// first order
// args: double in [0.5, 9], double
/** Newton's method for a square root: its step has no derivative with respect to the root at the root. */
public final class SquareRoot {

    private SquareRoot() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double[] step(double[] x, double a) {
        return new double[] {x[0] - (x[0] * x[0] - a) / (2 * x[0])};
    }

    static double[] root(double a) {
        return new FixedPoint().solve(new double[] {a}, x -> step(x, a));
    }

    @DerivativeOf(method = "root")
    static double rootPullback(double a, double[] x, double[] xBar) {
        double[] u = new FixedPoint()
                .adjoint(xBar, (seed, bar) -> SquareRootDerivatives.stepPullback(x, a, seed, bar, new double[1]));
        double[] aBar = new double[1];
        SquareRootDerivatives.stepPullback(x, a, u, new double[1], aBar);
        return aBar[0];
    }

    @DerivativeOf(method = "root", forward = true)
    static double[] rootPushforward(double a, double[] x, double aDot) {
        return new FixedPoint()
                .solve(new double[1], xDot -> SquareRootDerivatives.stepPushforward(x, a, xDot, aDot));
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double y) {
        return root(a)[0] * y + root(a * a + 1)[0];
    }
}
