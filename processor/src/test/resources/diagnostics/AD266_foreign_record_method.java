import dev.pullback.annotations.Differentiable;

class ForeignRecordMethod {
    @Differentiable
    static double f(double x) {
        return new Distant(x, x).sum(); // expect AD266
    }
}

record Distant(double a, double b) {
    double sum() {
        return a + b;
    }
}
