package lowering;

import dev.pullback.annotations.Differentiable;

/** Side effects inside expressions. */
public final class EvaluationOrder {
    private EvaluationOrder() {}

    private static double set(double[] a, int i, double v) {
        a[i] = v;
        return v;
    }

    private static int next(int[] counter) {
        return counter[0]++;
    }

    @Differentiable
    public static double helperWritesWhatIsReadAround(double[] x) {
        double[] a = x.clone();
        return a[0] * set(a, 0, 5) + a[0] + set(a, 1, a[0]) * a[1];
    }

    @Differentiable
    public static double indexChangesInsideAssignment(double[] x) {
        double[] a = x.clone();
        int i = 0;
        a[i] = a[i++] + 10 * (i = 2) + a[i];
        a[i] += set(a, 2, 7);
        a[i -= 1] *= i + set(a, 0, 3);
        return a[0] + 100 * a[1] + 1000 * a[2] + i;
    }

    @Differentiable
    public static double indexOfCompoundIsEvaluatedOnce(double[] x) {
        double[] a = x.clone();
        int i = 0;
        a[i++] += 2;
        a[i++] *= 3;
        a[--i]++;
        return a[0] + 10 * a[1] + 100 * a[2] + i * a[i]--;
    }

    @Differentiable
    public static double matrixIndices(double[] x) {
        double[][] m = {{x[0], 1}, {2, x[1]}};
        int i = 0;
        m[i++][i--] += m[i][i] * (i = 1);
        m[i][--i] = m[i][i] = x[2];
        return m[0][0] + 10 * m[0][1] + 100 * m[1][0] + 1000 * m[1][1] + i;
    }

    @Differentiable
    public static double loopHeaderWithCalls(double[] x) {
        int[] c = {0};
        double s = 0;
        for (int k = next(c); next(c) < 5 || k > 10; k += next(c)) {
            s += k * x[k % 3];
        }
        return s + c[0];
    }

    @Differentiable
    public static double assignmentInCondition(double[] x) {
        double s = 0;
        int i = 0;
        int j;
        while ((j = i++) < 3) {
            s += x[j] * i;
        }
        return s + (i += 2) * j-- + (j *= 2.7) + ++j;
    }

    @Differentiable
    public static double chains(double[] x) {
        double a;
        double b;
        double c;
        a = b = c = x[0];
        a += b -= c *= x[1];
        double[] y = new double[2];
        y[0] = y[1] = a;
        return a * 100 + b * 10 + c + (y[0] += y[1]) * y[0];
    }

    @Differentiable
    public static double increments(double[] x) {
        double s = x[0];
        s += s++ + --s * (s -= 1) + (s > 0 ? s++ : s--);
        return s;
    }

    @Differentiable
    public static double shortCircuit(double[] x) {
        boolean f = false;
        double s = 1;
        if (x[0] > 0 & (f = x[1] > 0) | x[2] > 5) {
            s = 2;
        }
        if (f || (s += 1) > 2) {
            s *= x[1];
        }
        if (s > 0 && (s -= 3) < 1 && f) {
            s *= 1.5;
        }
        f |= x[2] > 1;
        f ^= true;
        return f ? s : -s;
    }

    @Differentiable
    public static double argumentsFromLeftToRight(double[] x) {
        double[] a = x.clone();
        int i = 0;
        return Math.atan2(a[i++] + i, set(a, i, a[i] * 2)) + three(a[1], set(a, 1, 4), a[1]) + Math.fma(x[2], i += 2, i);
    }

    private static double three(double p, double q, double r) {
        return p + 10 * q + 100 * r;
    }
}
