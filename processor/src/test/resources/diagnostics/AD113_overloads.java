import dev.pullback.annotations.Differentiable;

class Overloads {
    @Differentiable
    static double norm(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    @Differentiable
    static double norm(double x, double y, double z) { // expect AD113
        return Math.sqrt(x * x + y * y + z * z);
    }
}
