import dev.pullback.annotations.Differentiable;

class ArrayReassigned {
    @Differentiable
    static double f(double[] x, double[][] m) {
        double[] y = x;
        double[][] now = m;
        double sum = 0;
        for (double[] row : m) {
            sum += y[0] + now[0][0];
            y = row; // expect AD206
            now = new double[2][2];
        }
        return sum;
    }

    @Differentiable
    static double rowOfBefore(double[][] m, int n) {
        double[][] now = m;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double[] row = now[0];
            double[][] next = new double[2][2];
            next[0][0] = row[1];
            now = next; // expect AD206
            sum += row[0];
        }
        return sum;
    }
}
