package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 0
// args: double[3], double, int 1
// args: double[3], double, int 4
/** Vectors and matrices that another class makes, in a loop and in branches, and then overwritten here. */
/** Makes new arrays. */
public final class Results {

    private Results() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double[] v = Makers.scaled(x, c);
        double sum = v[0] * v[1];
        for (int i = 0; i < n; i++) {
            double[] fresh = Makers.scaled(x, sum);
            fresh[1] = Math.sin(fresh[1]) * fresh[2];
            double[][] m = Makers.outer(v, fresh);
            sum += m[0][1] * m[2][2] + fresh[1];
            if (i % 2 == 0) {
                double[] other = Makers.scaled(x, c * c);
                sum *= 0.5 + 0.1 * other[2];
            } else {
                sum += Makers.scaled(fresh, sum)[0] * 0.1;
            }
            v = Makers.scaled(v, 0.9);
        }
        return sum + v[2];
    }
}

final class Makers {

    private Makers() {}

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[] scaled(double[] v, double c) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[i] = v[i] * c + 0.1 * c * c;
        }
        return result;
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double[][] outer(double[] u, double[] v) {
        double[][] result = new double[u.length][v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                result[i][j] = u[i] * v[j];
            }
        }
        return result;
    }
}
