import dev.pullback.annotations.Differentiable;

class OutputRead {
    @Differentiable
    static double f(double[] x) {
        Vectors.add(x, x); // expect AD244
        return x[0];
    }
}

class Vectors {
    @Differentiable(outputs = "sum")
    static void add(double[] sum, double[] v) {
        for (int i = 0; i < v.length; i++) {
            sum[i] += v[i];
        }
    }
}
