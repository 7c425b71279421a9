import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class CalleeWithoutThird {
    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double f(double x) { // expect AD407
        return Motion.energy(x) * x;
    }
}

class Motion {
    @Differentiable(derivatives = Derivative.HESSIAN)
    static double energy(double v) {
        return 0.5 * v * v;
    }
}
