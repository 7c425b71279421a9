package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double[2], int 5
/** Returns after an argument was overwritten; a new array is overwritten by a loop after a call read it. */
public final class ReturnInLoop {

    private ReturnInLoop() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] u, double[] v, int n) {
        double[] k = new double[3];
        k[0] = u[0];
        k[1] = v[1];
        LineSteps.step(k, new double[] {u[1], 1, 2}, v[0]);
        double s = k[0];
        for (int i = 0; i < n; i++) {
            double p = u[0];
            for (int j = 0; j < 2; j++) {
                p = p * Math.sin(v[j] + v[i % 2] * p);
            }
            k[i % 2] += p;
        }
        for (int i = 0; i < n; i++) {
            LineSteps.step(u, v, 0.5);
            if (u[0] * v[0] > 0.2) {
                return u[0] * v[1] * s + k[1];
            }
            v[i % 2] += u[0] * k[0];
        }
        return u[1] + v[0] * s * k[0];
    }
}

final class LineSteps {

    private LineSteps() {}

    @Differentiable(outputs = "y", derivatives = Derivative.HESSIAN_VECTOR)
    static void step(double[] y, double[] k, double h) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] * Math.cos(y[i]) + h * k[i] * y[0];
        }
    }
}
