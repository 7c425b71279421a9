import dev.pullback.annotations.Differentiable;

class ArrayValue {
    @Differentiable
    static double f(double[] x, double[] y, double[][] m) {
        double[] z = x[0] > y[0] ? x : y; // expect AD207
        double[][] n = java.util.Arrays.copyOf(m, 2); // expect AD207
        return x[0];
    }
}
