import dev.pullback.annotations.Differentiable;

class InstanceField {
    double rate;
    int calls;

    @Differentiable
    final double f(double x) {
        calls++; // expect AD212
        this.rate = x; // expect AD212
        return x * rate;
    }
}
