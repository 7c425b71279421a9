import dev.pullback.annotations.DerivativeOf;

class Rules {
    private static double hidden(double x) {
        return x * x;
    }

    @DerivativeOf(method = "hidden") // expect AD143
    static double hiddenPullback(double x, double resultBar) {
        return 2 * x * resultBar;
    }
}
