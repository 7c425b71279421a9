import dev.pullback.annotations.Differentiable;

class IllTyped {
    @Differentiable
    static double f(double x) {
        int n = x; // expect AD305
        boolean b = !3; // expect AD305
        return x[0]; // expect AD305
    }

    @Differentiable
    static double jumps(double x) {
        if (x > 1) {
            continue; // expect AD305
        }
        if (x > 2) {
            break; // expect AD305
        }
        while (x > 3) {
            break other; // expect AD305
        }
        return x;
    }
}
