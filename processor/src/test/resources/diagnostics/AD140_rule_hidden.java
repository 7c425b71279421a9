import dev.pullback.annotations.DerivativeOf;

class Rules {
    @DerivativeOf(type = Other.class, method = "square") // expect AD140
    private static double squarePullback(double x, double resultBar) {
        return 2 * x * resultBar;
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
