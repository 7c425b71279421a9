package conformance.other_class_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double, double[2], double[2][2]
/** Calls that give numbers and arrays, in a loop, of constants, and of a helper that calls itself and another class. */
public final class HigherOrders {

    private HigherOrders() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, double[][] w) {
        double s = 0;
        double[] c = {1.5, 0.2};
        for (int i = 0; i < 2; i++) {
            s += Orders.wave(x * s + a[i], a, c) * a[0];
            double[] r = Orders.turned(a, s, w);
            s += r[0] * r[1] * Orders.matrix(w, r, x)[i][1];
        }
        return s + nested(x, 3, w) + Orders.wave(2.0, c, a) * Orders.constant(x, c);
    }

    private static double nested(double x, int n, double[][] w) {
        return n == 0 ? Orders.matrix(w, w[1], x)[1][0] : x * nested(Math.sin(x) * 0.5, n - 1, w);
    }
}

/** Asked for all orders. */
final class Orders {
    private Orders() {}

    /** Assigns to its arguments. */
    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR, Derivative.TAYLOR})
    static double wave(double y, double[] a, double[] c) {
        if (a[0] > 5) {
            return y;
        }
        y *= c[0];
        return Math.sin(y * a[0]) * Math.exp(a[1] * y) * c[1];
    }

    @Differentiable(derivatives = {Derivative.HESSIAN_VECTOR, Derivative.TAYLOR})
    static double[] turned(double[] a, double s, double[][] w) {
        double[] r = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                r[i] += w[i][j] * a[j] * Math.cos(s);
            }
        }
        return r;
    }

    @Differentiable(derivatives = {Derivative.HESSIAN_VECTOR, Derivative.TAYLOR})
    static double[][] matrix(double[][] w, double[] r, double x) {
        double[][] m = new double[2][2];
        for (int i = 0; i < 2; i++) {
            m[i][0] = w[i][1] * r[i];
            m[i][1] = Math.exp(-x * x) * w[0][i];
        }
        return m;
    }

    @Differentiable(derivatives = {Derivative.HESSIAN_VECTOR, Derivative.TAYLOR})
    static double constant(double x, @Passive double[] c) {
        return x * c[1] + c[0] * x * x * x;
    }
}
