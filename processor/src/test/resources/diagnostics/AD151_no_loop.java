import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Differentiable;

class NoLoop {
    @Checkpointed
    @Differentiable
    static double f(double x) { // expect AD151
        return x * x;
    }
}
