package lowering;

import dev.pullback.annotations.Differentiable;

/** Which method a call means. */
public final class Overloads {
    private Overloads() {}

    private static double pick(int a) {
        return 1 + a;
    }

    private static double pick(long a) {
        return 2 + a;
    }

    private static double pick(double a) {
        return 3 + a;
    }

    private static double pick(Object a) {
        return 4;
    }

    private static double pick(double a, int b) {
        return 5 + a * b;
    }

    private static double pick(double a, double b) {
        return 6 + a * b;
    }

    private static double pick(double[] a) {
        return 7 + a[0];
    }

    private static double pick(double[][] a) {
        return 8 + a[0][0];
    }

    private static double widened(double a) {
        return 10 + a;
    }

    private static double widened(Integer a) {
        return 20;
    }

    private static double widened(int... a) {
        return 30;
    }

    private static double truth(boolean b, double a) {
        return b ? a : -a;
    }

    private static double truth(int b, double a) {
        return b * a;
    }

    @Differentiable
    public static double byType(double[] x) {
        double[][] m = {{x[0], 1}};
        int i = 2;
        long l = 3;
        double s = pick(i) + 10 * pick(l) + 100 * pick(x[0]) + 1000 * pick('a') + pick(1f * x[1]);
        s += pick(x) + pick(m) + pick(m[0]) + pick(i, i) + pick(i, l) + pick(x[0], x[1]) + pick(i / 2) + pick(i / 2.0);
        return s + widened(i) + truth(x[0] > 0, x[1]) + truth(3, x[1]);
    }

    @Differentiable
    public static double ofTheLibrary(double[] x) {
        int i = -3;
        long l = 4;
        double s = Math.abs(i) / 2 + Math.abs(x[0]) + Math.max(i, 2) / 4 + Math.max(i, l) / 3 + Math.max(i, x[0]);
        s += Math.min(1, x[1]) + Math.floorMod(i, 2) + Math.floorDiv(7L, i) + Math.addExact(i, 5) / 2;
        s += Integer.bitCount(i) + Integer.compare(i, 3) + Long.signum(l) + Math.round(x[1]) / 2;
        return Double.isNaN(s) || !Double.isFinite(x[0]) ? 0 : s + Double.compare(x[0], 1) + StrictMath.hypot(x[0], i);
    }
}
