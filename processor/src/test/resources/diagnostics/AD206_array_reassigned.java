import dev.pullback.annotations.Differentiable;

class ArrayReassigned {
    @Differentiable
    static double f(double[] x, double[][] m) {
        double[] y = x;
        double[][] now = m;
        if (x[0] > 1) {
            y = m[0]; // expect AD206
            now = new double[2][2];
        }
        return y[0] + now[0][0];
    }
}
