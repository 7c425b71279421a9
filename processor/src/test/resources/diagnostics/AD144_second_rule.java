import dev.pullback.annotations.DerivativeOf;

class Rules {
    @DerivativeOf(type = Other.class, method = "square")
    static double one(double x, double resultBar) {
        return 2 * x * resultBar;
    }

    @DerivativeOf(type = Other.class, method = "square")
    static double two(double x, double square, double resultBar) { // expect AD144
        return 2 * square / x * resultBar;
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
