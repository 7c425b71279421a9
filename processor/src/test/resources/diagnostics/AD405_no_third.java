import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.math.SpecialFunctions;

class PartialWithoutRule {
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double f(double x) { // expect AD405
        return SpecialFunctions.trigamma(x);
    }
}
