import dev.pullback.annotations.Differentiable;

class Expressions {
    @Differentiable
    static double f(double[] x) {
        java.util.function.DoubleUnaryOperator twice = y -> 2 * y; // expect AD303
        double a = new Expressions().hashCode(); // expect AD220
        double b = ((Object) x) instanceof double[] ? 1 : 0; // expect AD202
        new Expressions(); // expect AD202
        return x[0] + "text"; // expect AD303
    }
}
