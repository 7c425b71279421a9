import dev.pullback.annotations.Differentiable;

class HiddenConstant {
    private static final class Tables {
        private static final double ROOT = Math.sqrt(2);
        private static final double TWO = 2;
    }

    @Differentiable
    static double f(double x) {
        return x * Tables.TWO * Tables.ROOT; // expect AD214
    }
}
