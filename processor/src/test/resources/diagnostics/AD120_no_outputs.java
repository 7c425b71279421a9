import dev.pullback.annotations.Differentiable;

class NoOutputs {
    @Differentiable // expect AD120
    static void scale(double[] x, double c) {
        x[0] *= c;
    }
}
