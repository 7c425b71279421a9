import dev.pullback.annotations.Differentiable;

class IllTyped {
    @Differentiable
    static double f(double x) {
        int n = x; // expect AD305
        boolean b = !3; // expect AD305
        return x[0]; // expect AD305
    }
}
