import dev.pullback.annotations.Differentiable;

class NoOverload {
    @Differentiable
    static double f(double x) {
        return Math.sin(x, x) + Math.exp("1"); // expect AD306
    }
}
