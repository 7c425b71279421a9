import dev.pullback.annotations.Differentiable;

class RepeatedIndependent {
    @Differentiable(wrt = {"x", "x"}) // expect AD111
    static double product(double x, double y) {
        return x * y;
    }
}
