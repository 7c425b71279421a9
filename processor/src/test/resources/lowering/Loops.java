package lowering;

import dev.pullback.annotations.Differentiable;

/** Loops that count, and loops that only look like it. */
public final class Loops {
    private Loops() {}

    private static final int STEP = 2;

    @Differentiable
    public static double boundChanges(double[] x, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            if (i == 3) {
                n--;
            }
            s += i * x[0];
        }
        int[] count = {5};
        for (int i = 0; i < count[0]; i++) {
            count[0] -= i;
            s += x[1];
        }
        return s;
    }

    @Differentiable
    public static double indexChanges(double[] x) {
        double s = 0;
        for (int i = 0; i < 10; i++) {
            if (i % 4 == 1) {
                i++;
            }
            s += i * x[0];
        }
        for (int i = 3; i-- > 0; ) {
            s += i * x[1];
        }
        return s;
    }

    @Differentiable
    public static double otherCounters(double[] x) {
        double s = 0;
        for (long l = 0; l < 3; l++) {
            s += l * x[1];
        }
        for (double t = 0; t < 1; t += 0.25) {
            s += t * x[0];
        }
        int k;
        for (k = 0; k < 3; k++) {}
        for (int a = 0, b = 5; a < b; a++, b--) {
            s += a * b * x[2];
        }
        for (int i = 0, n = x.length; i < n; i++) {
            s += x[i] * n;
        }
        for (int i = 0; i != 4; i += 2) {
            s += x[0];
        }
        for (; ; ) {
            s++;
            if (s > 100) {
                break;
            }
            s += Math.abs(s);
        }
        return s + k;
    }

    @Differentiable
    public static double headers(double[] x, int n) {
        double s = 0;
        int q = 2;
        for (int i = q; i <= 2 * q + 1; ++i) {
            s += i * x[0];
        }
        for (int i = 5; 0 < i; --i) {
            if (i == 2) {
                continue;
            }
            s *= 1.5;
        }
        for (int i = n; i >= 0; i -= STEP) {
            s += i * x[1];
        }
        for (int i = n - 1; i > -n; i = i - 3) {
            s += i * x[2];
        }
        for (int i = 1; i < 40; i = 3 + i) {
            s += i;
        }
        for (int i = 0, step = 2; i < 7; i += step) {
            s += i * x[0];
        }
        for (int i = 0; i < Math.min(n, 3); i++) {
            s -= x[i];
        }
        for (int i = 0; i < (n > 2 ? 2 : 1); i++) {
            s -= x[i];
        }
        for (int i = 0; i < x.length - 1 && s < 50; i++) {
            s += 40 * x[i];
        }
        return s;
    }

    @Differentiable
    public static double startIsOverwritten(double[] x, int n) {
        double s = 0;
        int k = 1;
        for (int i = k; i < n; i++) {
            k += 2;
            s += k * x[0];
        }
        for (int i = k, j = k++; i < 12; i++) {
            s += x[1] * j;
        }
        return s + k;
    }

    @Differentiable
    public static double rowsAndElements(double[] x) {
        double[][] m = {{x[0], 2, 3}, {4, x[1], 6}};
        int[] order = {1, 0};
        boolean[] mask = {true, false};
        long[] weight = {3L, 4L};
        double s = 0;
        for (double[] row : m) {
            for (double v : row) {
                v *= 2;
                s += v;
            }
            for (int j = 0; j < row.length; j++) {
                row[j] += j;
            }
        }
        int r = 0;
        for (double v : m[r++]) {
            r = 1;
            s += v * r;
        }
        for (int i : order) {
            s += m[i][i];
        }
        for (boolean b : mask) {
            s = b ? s + 1 : s * 2;
        }
        for (long w : weight) {
            s += w;
        }
        for (double v : order) {
            s += v / 2;
        }
        for (var v : new double[] {s, x[2]}) {
            s += v * 0.5;
        }
        return s;
    }

    @Differentiable
    public static double lateArrays(int n, double x) {
        double[] a;
        a = new double[n];
        double[][] b = new double[n][n + 1];
        for (int i = 0; i < a.length; i++) {
            a[i] = x * i;
            b[i][i + 1] = a[i];
        }
        double[] r = b[n - 1], r2 = r;
        r2[0] += 1;
        int[] idx = {2, 0};
        boolean[] m = new boolean[n];
        m[1] = x > 0;
        long[] ls = {1L, 2};
        idx[1]++;
        return r[0] + r[n] + (m[1] ? ls[1] : idx[0]) + idx[1] + b.length * b[0].length;
    }
}
