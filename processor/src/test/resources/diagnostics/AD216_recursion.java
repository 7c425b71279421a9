import dev.pullback.annotations.Differentiable;

class Recursion {
    @Differentiable
    static double f(double[] a) {
        double[] b = a.clone();
        sort(b, b.length);
        double s = scaled(b, 3);
        double r = rotated(b, 2)[0];
        return r + s;
    }

    static void sort(double[] v, int n) {
        if (n > 1) {
            sort(v, n - 1); // expect AD216
        }
    }

    static double scaled(double[] v, int n) {
        v[0] = v[0] * n;
        return n == 0 ? v[0] : scaled(v, n - 1); // expect AD216
    }

    static double[] rotated(double[] v, int n) {
        return again(v, n);
    }

    static double[] again(double[] v, int n) {
        return rotated(v, n - 1); // expect AD216
    }
}
