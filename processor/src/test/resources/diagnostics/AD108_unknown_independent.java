import dev.pullback.annotations.Differentiable;

class UnknownIndependent {
    @Differentiable(wrt = {"x", "z"}) // expect AD108
    static double product(double x, double y) {
        return x * y;
    }
}
