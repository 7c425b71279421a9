import dev.pullback.annotations.Differentiable;

class UnresolvedClass {
    @Differentiable
    static double f(double x) {
        Missing m = 1; // expect AD307
        return x * Missing.RATE; // expect AD307
    }
}
