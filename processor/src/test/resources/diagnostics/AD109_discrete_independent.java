import dev.pullback.annotations.Differentiable;

class DiscreteIndependent {
    @Differentiable(wrt = {"x", "n"}) // expect AD109
    static double scaled(double x, int n) {
        return x * n;
    }
}
