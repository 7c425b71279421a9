package conformance.implicit;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.implicit.FixedPoint;

// first order
// args: double[3][3] in [-0.3, 0.3], double[3]
/** The solution of {@code x = A x + b}, in both modes. */
public final class LinearSystem {

    private LinearSystem() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double[] step(double[] x, double[][] a, double[] b) {
        double[] next = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                next[i] += a[i][j] * x[j];
            }
        }
        return next;
    }

    static double[] solve(double[][] a, double[] b) {
        return new FixedPoint().solve(b, x -> step(x, a, b));
    }

    @DerivativeOf(method = "solve")
    static void solvePullback(double[][] a, double[] b, double[] x, double[] xBar, double[][] aBar, double[] bBar) {
        double[][] unused = new double[a.length][a.length];
        double[] u = new FixedPoint()
                .adjoint(xBar, (seed, bar) ->
                        LinearSystemDerivatives.stepPullback(x, a, b, seed, bar, unused, new double[b.length]));
        LinearSystemDerivatives.stepPullback(x, a, b, u, new double[b.length], aBar, bBar);
    }

    @DerivativeOf(method = "solve", forward = true)
    static double[] solvePushforward(double[][] a, double[] b, double[] x, double[][] aDot, double[] bDot) {
        return new FixedPoint()
                .solve(
                        new double[b.length],
                        xDot -> LinearSystemDerivatives.stepPushforward(x, a, b, xDot, aDot, bDot));
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] a, double[] b) {
        double[] x = solve(a, b);
        double s = a[0][0];
        for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i] * (i + 1);
        }
        return s;
    }
}
