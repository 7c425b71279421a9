import dev.pullback.annotations.Differentiable;

class FieldIndependent {
    static final double RATE = 0.5;
    int count;

    @Differentiable(wrt = {"x", "RATE"}) // expect AD128
    final double f(double x) {
        return x * RATE;
    }

    @Differentiable(wrt = {"x", "count"}) // expect AD128
    final double g(double x) {
        return x * count;
    }
}
