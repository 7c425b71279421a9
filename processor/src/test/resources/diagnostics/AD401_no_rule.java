import dev.pullback.annotations.Differentiable;

class NoRule {
    @Differentiable
    static double f(double x) {
        double y = Math.nextUp(x); // expect AD401
        return x + y * Double.doubleToLongBits(x); // expect AD401
    }
}
