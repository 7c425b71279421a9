import dev.pullback.annotations.Differentiable;

class ForeignArrays {
    @Differentiable
    static double f(double[] x) {
        Arrays.square(x); // expect AD241
        return Arrays.twice(x)[0]; // expect AD241
    }
}

class Arrays {
    @Differentiable
    static double[] twice(double[] x) {
        return new double[] {2 * x[0]};
    }

    @Differentiable(outputs = "x")
    static void square(double[] x) {
        x[0] *= x[0];
    }
}
