import dev.pullback.annotations.Differentiable;

class ArrayValue {
    @Differentiable
    static double f(double[] x, double[] y, double[][] m) {
        double[] z = new double[2];
        double first = (z = x)[0]; // expect AD207
        double[][] n = java.util.Arrays.copyOf(m, 2); // expect AD207
        return x[0];
    }
}
