import dev.pullback.annotations.Differentiable;

abstract class InstanceMethod {
    @Differentiable // expect AD103
    double f(double x) {
        return x * x;
    }
}
