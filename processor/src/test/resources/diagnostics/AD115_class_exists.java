import dev.pullback.annotations.Differentiable;

class ClassExists { // expect AD115
    @Differentiable
    static double square(double x) {
        return x * x;
    }
}

class ClassExistsDerivatives {}
