import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

class PassiveIndependent {
    @Differentiable(wrt = {"x", "y"}) // expect AD110
    static double product(double x, @Passive double y) {
        return x * y;
    }
}
