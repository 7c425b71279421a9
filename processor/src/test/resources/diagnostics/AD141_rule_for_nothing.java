import dev.pullback.annotations.DerivativeOf;

class Rules {
    @DerivativeOf(type = Other.class, method = "cube") // expect AD141
    static double cubePullback(double x, double resultBar) {
        return 3 * x * x * resultBar;
    }
}

class Other {
    static double square(double x) {
        return x * x;
    }

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0]);
    }
}
