import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class CalleeWithoutHessian {
    @Differentiable(derivatives = Derivative.HESSIAN)
    static double f(double x) { // expect AD404
        return Energy.kinetic(x) * x;
    }
}

class Energy {
    @Differentiable
    static double kinetic(double v) {
        return 0.5 * v * v;
    }
}
