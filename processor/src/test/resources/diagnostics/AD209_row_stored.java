import dev.pullback.annotations.Differentiable;

class RowStored {
    @Differentiable
    static double f(double[][] m, double[] row) {
        m[0] = row; // expect AD209
        double[][] n = {row}; // expect AD209
        double[][] r = {{1, 2}, {3}}; // expect AD209
        return row[0];
    }
}
