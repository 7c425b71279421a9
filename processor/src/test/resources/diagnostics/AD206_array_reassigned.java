import dev.pullback.annotations.Differentiable;

class ArrayReassigned {
    @Differentiable
    static double f(double[] x, double[][] m) {
        double[] y = x;
        y = m[0]; // expect AD206
        double[][] now = m;
        now = new double[2][2];
        return y[0] + now[0][0];
    }
}
