package conformance.references;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2][2], double[2][2], int 0
// args: double[2][2], double[2][2], int 3
/** A matrix that each step replaces, the covariance of a Kalman filter, and a name for one of its rows meanwhile. */
public final class MovedMatrix {

    private MovedMatrix() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN})
    public static double f(double[][] transition, double[][] start, int steps) {
        double[][] p = start;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            double[] row = p[0];
            double[][] before = p;
            sum += row[1] * row[0];
            p = multiply(multiply(transition, p), transposed(transition));
            p[1][1] += before[0][0];
        }
        return sum + p[0][0] * p[1][1];
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[][] transposed(double[][] a) {
        double[][] b = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                b[j][i] = a[i][j];
            }
        }
        return b;
    }
}
