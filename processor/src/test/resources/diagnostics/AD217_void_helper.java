import dev.pullback.annotations.Differentiable;

class VoidHelper {
    @Differentiable
    static double f(double[] x) {
        scale(x); // expect AD217
        return x[0];
    }

    static void scale(double[] x) {
        x[0] *= 2;
    }
}
