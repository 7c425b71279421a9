import dev.pullback.annotations.Differentiable;

class PrivateField {
    private double rate;

    double rate() {
        return 2 * rate;
    }

    @Differentiable
    final double f(double x) {
        return x * rate; // expect AD234
    }
}
