import dev.pullback.annotations.Differentiable;

class RowStored {
    @Differentiable
    static double argument(double[][] m, double[] row) {
        m[0] = row; // expect AD209
        return m[0][0] * row[0];
    }

    @Differentiable
    static double otherMatrix(double[][] m, double[][] n) {
        m[0] = n[0]; // expect AD209
        return m[0][0] * n[0][0];
    }

    @Differentiable
    static double initialiser(double x, double[] row) {
        double[][] n = {row, {x}}; // expect AD208
        return n[0][0] * n[1][0];
    }

    @Differentiable
    static double twice(double x) {
        double[] row = {x, x};
        double[][] n = new double[2][2];
        n[0] = row; // expect AD209
        n[1] = row;
        return n[0][0] * n[1][0];
    }

    @Differentiable(outputs = "m")
    static void output(double[][] m, double[][] a) {
        m[0][0] = a[0][0];
        double[] row = m[0];
        m[0] = m[1]; // expect AD209
        m[1] = row;
    }

    @Differentiable
    static double[][] result(double x) {
        double[][] m = {{x, 1}, {2, x}};
        double[] row = m[0];
        m[0] = m[1]; // expect AD209
        m[1] = row;
        return m;
    }
}
