import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class NoIndependents {
    @Differentiable // expect AD107
    static double half(int n, @Passive double x) {
        return n * x;
    }
}
