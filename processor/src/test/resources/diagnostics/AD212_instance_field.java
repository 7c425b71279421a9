import dev.pullback.annotations.Differentiable;

class InstanceField {
    static final InstanceField DEFAULT = new InstanceField();
    final double rate = 2;

    @Differentiable
    static double f(double x) {
        return x * DEFAULT.rate; // expect AD212
    }
}
