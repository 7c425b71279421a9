import dev.pullback.annotations.Differentiable;

class PrivateClass {
    private static class Hidden {
        @Differentiable // expect AD112
        static double square(double x) {
            return x * x;
        }
    }
}
