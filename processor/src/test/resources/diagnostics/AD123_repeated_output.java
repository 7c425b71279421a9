import dev.pullback.annotations.Differentiable;

class RepeatedOutput {
    @Differentiable(outputs = {"x", "x"}) // expect AD123
    static void scale(double[] x, double c) {
        x[0] *= c;
    }
}
