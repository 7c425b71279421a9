package conformance.custom_rules;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double[3], double[2][3], double 0.3
/** Rules for arrays, rows and work arrays that change between the calls, with a passive argument among them. */
public final class Arrays {

    private Arrays() {}

    @Differentiable(rules = VectorRules.class, derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[][] m, double s) {
        double[] weights = {1, -2, 0.5};
        double[] work = new double[3];
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < work.length; j++) {
                work[j] = x[j] * m[i][j] + s;
            }
            sum += Vectors.norm(m[i]) * Vectors.scaledDot(work, weights, s);
            work[0] = sum * x[0];
            x[1] *= Vectors.norm(work);
        }
        return sum * Vectors.norm(x);
    }
}

final class Vectors {
    private Vectors() {}

    static double norm(double[] v) {
        double sum = 0;
        for (double e : v) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    static double scaledDot(double[] v, double[] c, double s) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * c[i];
        }
        return s * sum;
    }
}

final class VectorRules {
    private VectorRules() {}

    @DerivativeOf(type = Vectors.class, method = "norm")
    @Differentiable(derivatives = Derivative.TAYLOR, outputs = "vBar")
    static void normPullback(double[] v, double norm, double normBar, double[] vBar) {
        for (int i = 0; i < v.length; i++) {
            vBar[i] += normBar * v[i] / norm;
        }
    }

    @DerivativeOf(method = "normPullback", forward = true)
    static void normPullbackPushforward(
            double[] v,
            double norm,
            double normBar,
            double[] vBar,
            double[] vDot,
            double normDot,
            double normBarDot,
            double[] vBarDot) {
        normPullback(v, norm, normBar, vBar);
        for (int i = 0; i < v.length; i++) {
            vBarDot[i] += (normBarDot * v[i] + normBar * vDot[i] - normBar * v[i] * normDot / norm) / norm;
        }
    }

    @DerivativeOf(method = "normPullbackPushforward", forward = true)
    static void normThird(
            double[] v,
            double norm,
            double normBar,
            double[] vBar,
            double[] vDot,
            double normDot,
            double normBarDot,
            double[] vBarDot,
            double[] v2,
            double norm2,
            double normBar2,
            double[] vBar2,
            double[] vDot2,
            double normDot2,
            double normBarDot2,
            double[] vBarDot2) {
        normPullbackPushforward(v, norm, normBar, vBar, vDot, normDot, normBarDot, vBarDot);
        double square = norm * norm;
        for (int i = 0; i < v.length; i++) {
            vBar2[i] += (normBar2 * v[i] + normBar * v2[i] - normBar * v[i] * norm2 / norm) / norm;
            vBarDot2[i] += (normBarDot2 * v[i] + normBarDot * v2[i] + normBar2 * vDot[i] + normBar * vDot2[i]) / norm
                    - (normBarDot * v[i] + normBar * vDot[i]) * norm2 / square
                    - (normBar2 * v[i] * normDot + normBar * v2[i] * normDot + normBar * v[i] * normDot2) / square
                    + 2 * normBar * v[i] * normDot * norm2 / (square * norm);
        }
    }

    @DerivativeOf(type = Vectors.class, method = "norm", forward = true)
    static double normPushforward(double[] v, double norm, double[] vDot) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += vDot[i] * v[i];
        }
        return sum / norm;
    }

    @DerivativeOf(type = Vectors.class, method = "scaledDot")
    @Differentiable(
            derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
            outputs = {"vBar", "scalarBars"})
    static void scaledDotPullback(
            double[] v, @Passive double[] c, double s, double resultBar, double[] vBar, double[] scalarBars) {
        for (int i = 0; i < v.length; i++) {
            vBar[i] += resultBar * s * c[i];
            scalarBars[0] += resultBar * v[i] * c[i];
        }
    }
}
