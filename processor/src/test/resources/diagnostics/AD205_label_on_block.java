import dev.pullback.annotations.Differentiable;

class LabelOnBlock {
    @Differentiable
    static double f(double x) {
        double y = x;
        done: // expect AD205
        {
            if (x > 0) {
                break done;
            }
            y = x * x;
        }
        return y;
    }
}
