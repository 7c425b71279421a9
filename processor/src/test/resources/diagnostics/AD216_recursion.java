import dev.pullback.annotations.Differentiable;

class Recursion {
    @Differentiable
    static double f(double[] a) {
        double[] b = a.clone();
        visit(b.length);
        double s = scaled(b, new int[3], 3);
        int k = halved(b, 2);
        double q = owed(b, 2)[0];
        return b[k] + s + q;
    }

    static void visit(int n) {
        if (n > 1) {
            visit(n - 1); // expect AD216
        }
    }

    static double scaled(double[] v, int[] calls, int n) {
        calls[0]++;
        return n == 0 ? v[0] : v[0] * scaled(v, calls, n - 1); // expect AD216
    }

    static int halved(double[] v, int n) {
        v[n] /= 2;
        return n == 0 ? 0 : 1 + halved(v, n - 1); // expect AD216
    }

    static double[] owed(double[] v, int n) {
        return again(v, n);
    }

    static double[] again(double[] v, int n) {
        if (n > 0) {
            double s = owed(v, n - 1)[0]; // expect AD216
        }
        return v;
    }
}
