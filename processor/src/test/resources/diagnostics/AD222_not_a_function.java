import dev.pullback.annotations.Differentiable;

class NotAFunction {
    @Differentiable
    static double f(double x) {
        return x * Math.random(); // expect AD222
    }
}
