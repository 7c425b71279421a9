package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3][2], double[3], double
/** Sums over data points, whose iterations are independent, with a work array and with new ones. */
public final class IndependentLoops {

    private IndependentLoops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[] y, double c) {
        double[] k = new double[2];
        double loss = 0;
        for (int i = 0; i < m.length; i++) {
            PointSteps.rate(m[i], k, c);
            double[] z = PointSteps.twice(m[i], c);
            double a = 0;
            for (int j = 0; j < 2; j++) {
                a = Math.tanh(a + z[j] * c + k[j]);
            }
            double e = a - y[i];
            loss += e * e;
        }
        for (int i = 0; i < m.length; i++) {
            PointSteps.step(m[i], y, c);
            loss += m[i][0] * m[i][1];
        }
        return loss / m.length;
    }
}

final class PointSteps {

    private PointSteps() {}

    @Differentiable(outputs = "y", derivatives = Derivative.HESSIAN_VECTOR)
    static void step(double[] y, double[] k, double h) {
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] * Math.cos(y[i]) + h * k[i] * y[0];
        }
    }

    @Differentiable(outputs = "k", derivatives = Derivative.HESSIAN_VECTOR)
    static void rate(double[] y, double[] k, double h) {
        k[0] = y[1] * h;
        k[1] = -Math.sin(y[0]) + k[0] * y[1];
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] twice(double[] v, double c) {
        double[] r = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            r[i] = v[i] * c + v[0] * v[0];
        }
        return r;
    }
}
