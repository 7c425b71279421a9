import dev.pullback.annotations.Differentiable;

class NoOutputs {
    @Differentiable // expect AD120
    static void scale(double[] x, double c) {
        x[0] *= c;
    }
}

class Caller {
    @Differentiable
    static double f(double[] x) {
        NoOutputs.scale(x, 2); // expect AD120
        return x[0];
    }
}
