import dev.pullback.annotations.Differentiable;

class InstanceMethod {
    @Differentiable // expect AD103
    double area(double x) {
        return x * x;
    }
}
