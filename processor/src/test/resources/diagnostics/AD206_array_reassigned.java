import dev.pullback.annotations.Differentiable;

class ArrayReassigned {
    @Differentiable
    static double f(double[] x) {
        double[] y = new double[x.length];
        y = x; // expect AD206
        double[] z;
        if (x.length > 3) {
            z = x; // expect AD206
        }
        return y[0];
    }
}
