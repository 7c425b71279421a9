import dev.pullback.annotations.Differentiable;

class StaticArrayWritten {
    static final double[] CACHE = new double[3];

    @Differentiable
    static double f(double x) {
        CACHE[0] = x; // expect AD215
        return x + fill(CACHE, x); // expect AD215
    }

    static double fill(double[] target, double x) {
        target[1] = x;
        return x;
    }
}
