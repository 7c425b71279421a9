package conformance.custom_rules;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

// args: double[3], double[2][3], double 0.3
// args: double[3], double[0][3], double 0.3
/** Rules for new arrays: made in loops and branches, overwritten, from arguments that change, nested in one another. */
public final class ArrayResults {

    private ArrayResults() {}

    @Differentiable(rules = ResultRules.class, derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] x, double[][] m, double s) {
        double sum = 0;
        double[] first = Products.times(x, x, s);
        for (int i = 0; i < m.length; i++) {
            double[] v = Products.times(x, m[i], s + i);
            sum += v[0] * v[2];
            v[1] *= sum;
            if (sum > 0.1) {
                double[] again = Products.times(v, first, s);
                sum += again[1] * v[1];
                again[2] = again[2] * again[0] + v[0];
                x[2] = again[2] * 0.1;
            }
            x[0] = v[1] * 0.5;
            first[1] += x[0] * v[2];
        }
        double[][] outer = Products.outer(first, x);
        outer[0][1] *= outer[1][0];
        int k = 0;
        while (k < 3) {
            double[] row = Products.times(outer[k], first, s);
            double[][] inner = Products.outer(row, x);
            sum += inner[k][1] * row[k];
            inner[k][1] = x[0] * row[2];
            x[k] = inner[k][1] * s;
            first = Products.times(first, inner[k], s);
            k++;
        }
        return sum + last(first, s);
    }

    private static double last(double[] v, double s) {
        double[] w = Products.times(v, v, s * s);
        return w[w.length - 1] * w[0];
    }
}

final class Products {
    private Products() {}

    static double[] times(double[] a, double[] b, double s) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] * b[i] + Math.sin(s) * a[i];
        }
        return result;
    }

    static double[][] outer(double[] a, double[] b) {
        double[][] result = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                result[i][j] = a[i] * Math.exp(0.1 * b[j]);
            }
        }
        return result;
    }
}

final class ResultRules {
    private ResultRules() {}

    @DerivativeOf(type = Products.class, method = "times")
    @Differentiable(
            derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
            outputs = {"aBar", "bBar", "scalarBars"})
    static void timesPullback(
            double[] a, double[] b, double s, double[] resultBar, double[] aBar, double[] bBar, double[] scalarBars) {
        for (int i = 0; i < a.length; i++) {
            aBar[i] += resultBar[i] * (b[i] + Math.sin(s));
            bBar[i] += resultBar[i] * a[i];
            scalarBars[0] += resultBar[i] * Math.cos(s) * a[i];
        }
    }

    @DerivativeOf(type = Products.class, method = "times", forward = true)
    static double[] timesPushforward(double[] a, double[] b, double s, double[] aDot, double[] bDot, double sDot) {
        double[] dot = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            dot[i] = aDot[i] * (b[i] + Math.sin(s)) + bDot[i] * a[i] + Math.cos(s) * a[i] * sDot;
        }
        return dot;
    }

    @DerivativeOf(type = Products.class, method = "outer")
    @Differentiable(
            derivatives = Derivative.TAYLOR,
            outputs = {"aBar", "bBar"})
    static void outerPullback(
            double[] a, double[] b, double[][] outer, double[][] outerBar, double[] aBar, double[] bBar) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                aBar[i] += outerBar[i][j] * Math.exp(0.1 * b[j]);
                bBar[j] += outerBar[i][j] * 0.1 * outer[i][j];
            }
        }
    }

    @DerivativeOf(method = "outerPullback", forward = true)
    @Differentiable(
            derivatives = Derivative.PUSHFORWARD,
            outputs = {"aBar", "bBar", "aBarDot", "bBarDot"})
    static void outerPullbackPushforward(
            double[] a,
            double[] b,
            double[][] outer,
            double[][] outerBar,
            double[] aBar,
            double[] bBar,
            double[] aDot,
            double[] bDot,
            double[][] outerDot,
            double[][] outerBarDot,
            double[] aBarDot,
            double[] bBarDot) {
        outerPullback(a, b, outer, outerBar, aBar, bBar);
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double e = Math.exp(0.1 * b[j]);
                aBarDot[i] += outerBarDot[i][j] * e + outerBar[i][j] * 0.1 * e * bDot[j];
                bBarDot[j] += 0.1 * (outerBarDot[i][j] * outer[i][j] + outerBar[i][j] * outerDot[i][j]);
            }
        }
    }
}
