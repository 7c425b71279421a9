import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.math.SpecialFunctions;

class PartialWithoutRule {
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double f(double x) { // expect AD405
        return SpecialFunctions.trigamma(x);
    }
}

class RecursivePartialWithoutRule {
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double f(double x, int n) { // expect AD405
        return sum(x, n);
    }

    private static double sum(double x, int n) {
        return n == 0 ? 0.0 : SpecialFunctions.trigamma(x) + sum(x * x, n - 1);
    }
}
