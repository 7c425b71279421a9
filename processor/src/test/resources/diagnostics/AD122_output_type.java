import dev.pullback.annotations.Differentiable;

class OutputType {
    @Differentiable(outputs = {"x", "count"}) // expect AD122
    static void scale(double[] x, int[] count, double c) {
        x[0] *= c;
        count[0]++;
    }
}
