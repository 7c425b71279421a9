package conformance.linear_algebra;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.linalg.LinearAlgebra;

// args: double[2], double 0.7, int 3
// args: double[2], double -0.4, int 0
/** Implicit steps of a differential equation: a matrix and a vector that change from solution to solution. */
public final class ImplicitSteps {

    private ImplicitSteps() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] start, double rate, int steps) {
        double[] x = start.clone();
        double[][] matrix = {{1, 0}, {0, 1}};
        double cost = 0;
        for (int k = 0; k < steps; k++) {
            matrix[0][1] = -0.1 * x[1];
            matrix[1][0] = 0.1 * rate * x[0];
            matrix[1][1] += rate * rate;
            double[] next = LinearAlgebra.solve(matrix, x);
            cost += next[0] * next[1];
            next[0] *= rate;
            x = next;
        }
        return cost + x[0] * x[1];
    }
}
