import dev.pullback.annotations.Differentiable;

class ThrowStatement {
    @Differentiable
    static double root(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative"); // expect AD203
        }
        return Math.sqrt(x);
    }
}
