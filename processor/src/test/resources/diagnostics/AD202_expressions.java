import dev.pullback.annotations.Differentiable;

class Expressions {
    @Differentiable
    static double f(double[] x, Object o) {
        boolean b = o instanceof String s; // expect AD202
        Object c = new Object() {}; // expect AD202
        if (o instanceof String t && t.length() > 1) { // expect AD202
            x[0] *= t.length();
        }
        return x[0];
    }
}
