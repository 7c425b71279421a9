import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Differentiable;

class LoopInLoop {
    @Differentiable
    static double outer(double x, int n) { // expect AD153
        double y = x;
        for (int i = 0; i < n; i++) {
            y = steps(y, n) + x;
        }
        return y;
    }

    @Checkpointed
    static double steps(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * x;
        }
        return y;
    }

    @Checkpointed
    @Differentiable
    static double both(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = steps(y, n) + x;
        }
        return y;
    }
}
