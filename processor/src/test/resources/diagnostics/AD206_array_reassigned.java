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
}
