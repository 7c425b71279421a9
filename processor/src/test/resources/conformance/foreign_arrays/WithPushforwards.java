package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 0
// args: double[3], double, int 3
/** Vectors and matrices that another class makes, kept, overwritten and passed twice; it has pushforwards and second derivatives. */
public final class WithPushforwards {

    private WithPushforwards() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double c, int n) {
        double[] v = Builders.scaled(x, c);
        double sum = v[0] * v[1];
        for (int i = 0; i < n; i++) {
            double[] fresh = Builders.scaled(x, sum);
            fresh[1] = Math.sin(fresh[1]) * fresh[2];
            double[][] m = Builders.outer(v, v);
            m[2][0] *= sum;
            sum += Builders.form(m, fresh) + m[0][1];
            if (sum > 0.3) {
                sum *= 0.5 + 0.1 * Builders.scaled(x, c * c)[2];
            }
            v = Builders.scaled(v, 0.9);
            x[i % 3] = v[1] * fresh[0];
        }
        return sum + v[2];
    }
}

final class Builders {

    private Builders() {}

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[] scaled(double[] v, double c) {
        double[] result = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            result[i] = v[i] * Math.cos(v[i] * c) + 0.1 * c * c;
        }
        return result;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double[][] outer(double[] u, double[] v) {
        double[][] result = new double[u.length][v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                result[i][j] = u[i] * v[j];
            }
        }
        return result;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    static double form(double[][] m, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += m[i][j] * v[i] * v[j];
            }
        }
        return sum;
    }
}
