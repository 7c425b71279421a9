import dev.pullback.annotations.Differentiable;

class DifferentResults {
    @Differentiable
    static double f(double x) {
        return pair(x)[0];
    }

    static double[] pair(double x) {
        if (x > 0) {
            return new double[] {x, 2 * x}; // expect AD240
        }
        return new double[] {x, x};
    }
}
