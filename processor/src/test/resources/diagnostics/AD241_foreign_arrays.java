import dev.pullback.annotations.Differentiable;

class ValueAndOutputs {
    @Differentiable
    static double f(double[] x) {
        return Vectors.normalize(x) * x[0]; // expect AD241
    }
}

class Vectors {
    @Differentiable(outputs = "x")
    static double normalize(double[] x) {
        double norm = Math.abs(x[0]);
        x[0] /= norm;
        return norm;
    }
}
