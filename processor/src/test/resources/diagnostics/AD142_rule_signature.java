import dev.pullback.annotations.DerivativeOf;

class Rules {
    @DerivativeOf(type = Other.class, method = "norm") // expect AD142
    static double normPullback(double[] v, double resultBar) {
        return v[0] * resultBar;
    }

    @DerivativeOf(type = Other.class, method = "square", forward = true) // expect AD142
    static double squarePushforward(float x, double xDot) {
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
