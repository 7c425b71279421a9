package conformance.gradient_calls;

import static conformance.gradient_calls.Forms_Of_NestedDerivatives.waveGradient;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double 0.7, double 0.4, double[3], double[2][3]
/** Gradients in all the forms that they have: a number, numbers, a vector, a matrix, and an object with parts. */
public final class Forms {

    private Forms() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, double[] v, double[][] m) {
        double s = FormsDerivatives.cubeGradient(x * y);
        double[] p = FormsDerivatives.productGradient(s, y);
        s += p[0] * p[1];
        double[] g = FormsDerivatives.chainGradient(v, 2.0);
        g[1] *= s;
        double[][] r = FormsDerivatives.meanGradient(m, new double[v.length]);
        var all = FormsDerivatives.mixedGradient(x, g, r, v[2]);
        FormsDerivatives.MixedGradient other = FormsDerivatives.mixedGradient(y, v, m, x);
        s += all.x() * other.y() + all.v()[0] * other.m()[1][2];
        all.v()[1] = s;
        s *= FormsDerivatives.mixedGradient(s, all.v(), m, y).v()[2];
        s += waveGradient(y) * conformance.gradient_calls.Forms_Of_NestedDerivatives.waveGradient(x);
        return s + r[1][2] * FormsDerivatives.mixedGradient(s, g, all.m(), y).x() + all.v()[1];
    }

    @Differentiable(derivatives = {Derivative.HESSIAN_VECTOR, Derivative.THIRD_ORDER})
    private static double cube(double x) {
        return x * x * x + Math.sin(x);
    }

    @Differentiable(derivatives = {Derivative.HESSIAN_VECTOR, Derivative.THIRD_ORDER})
    static double product(double x, double y) {
        return Math.exp(x * y) + x * x * y;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double chain(double[] v, @Passive double c) {
        double sum = 0;
        for (int i = 1; i < v.length; i++) {
            sum += Math.sin(c * v[i]) * v[i - 1];
        }
        return sum;
    }

    @Differentiable(wrt = "m", derivatives = Derivative.THIRD_ORDER)
    static double mean(double[][] m, double[] weights) {
        double sum = 0;
        for (double[] row : m) {
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * row[j] * row[j] * (j + 1);
            }
        }
        return sum / weights.length;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double mixed(double x, double[] v, double[][] m, double y) {
        double sum = x * x * y;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += m[i][j] * v[j] * Math.cos(x + i) + y * y * v[j] * v[j];
            }
        }
        return sum;
    }

    static final class Of_Nested {
        private Of_Nested() {}

        @Differentiable(derivatives = Derivative.THIRD_ORDER)
        static double wave(double x) {
            return Math.sin(x) * x * x;
        }
    }
}
