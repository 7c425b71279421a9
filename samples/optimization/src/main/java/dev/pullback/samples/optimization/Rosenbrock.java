package dev.pullback.samples.optimization;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/** The curved valley that every optimizer is shown on: minimum 0 at (1, 1). */
final class Rosenbrock {

    private Rosenbrock() {}

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double valley(double[] x) {
        double across = x[1] - x[0] * x[0];
        double along = 1.0 - x[0];
        return 100.0 * across * across + along * along;
    }
}
