import dev.pullback.annotations.Differentiable;

class NotDifferentiable {
    @Differentiable
    static double f(double x) {
        return Other.square(x); // expect AD221
    }
}

class Other {
    static double square(double x) {
        return x * x;
    }
}
