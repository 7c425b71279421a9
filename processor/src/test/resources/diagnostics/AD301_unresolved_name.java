import dev.pullback.annotations.Differentiable;

class UnresolvedName {
    @Differentiable
    static double f(double x) {
        double y = missing * x; // expect AD301
        double z = unknown(x); // expect AD301
        return x + Math.square(x); // expect AD301
    }
}
