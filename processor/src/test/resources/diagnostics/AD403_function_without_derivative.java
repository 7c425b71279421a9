import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.math.SpecialFunctions;

class FunctionWithoutDerivative {
    @Differentiable
    static double f(double x) {
        return SpecialFunctions.tetragamma(x); // expect AD403
    }
}
