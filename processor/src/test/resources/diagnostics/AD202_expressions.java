import dev.pullback.annotations.Differentiable;

class Expressions {
    @Differentiable
    static double f(double[] x, Object o) {
        boolean b = o instanceof String s; // expect AD202
        Object c = new Object() {}; // expect AD202
        return x[0];
    }
}
