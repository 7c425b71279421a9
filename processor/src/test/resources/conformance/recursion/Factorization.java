package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4][4], double[4], int 4
// args: double[3][3], double[3], int 3
// args: double[1][1], double[1], int 1
/** A factorization in place, one column after the other, and two methods that call each other on what it leaves. */
public final class Factorization {

    private Factorization() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[][] m, double[] b, int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = m[i][j] * m[j][i];
            }
            a[i][i] += 5;
        }
        factorize(a, 0);
        double last = forward(a, b, 0);
        return last * b[0] + a[n - 1][n - 1];
    }

    private static void factorize(double[][] a, int k) {
        if (k == a.length) {
            return;
        }
        for (int i = k + 1; i < a.length; i++) {
            a[i][k] /= a[k][k];
            for (int j = k + 1; j < a.length; j++) {
                a[i][j] -= a[i][k] * a[k][j];
            }
        }
        factorize(a, k + 1);
    }

    private static double forward(double[][] a, double[] b, int i) {
        for (int j = 0; j < i; j++) {
            b[i] -= a[i][j] * b[j];
        }
        if (i < b.length - 1) {
            return forward(a, b, i + 1) * backward(a, b, i);
        }
        return backward(a, b, i);
    }

    private static double backward(double[][] a, double[] b, int i) {
        b[i] /= a[i][i];
        return i > 0 && b[i] > 100 ? forward(a, b, i - 1) : b[i];
    }
}
