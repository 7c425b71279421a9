import dev.pullback.annotations.DerivativeOf;

class Rules {
    @DerivativeOf(type = Other.class, method = "square", forward = true)
    static double squarePushforward(double x, double xDot) { // expect AD145
        return 2 * x * xDot;
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
