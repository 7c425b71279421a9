import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.math.SpecialFunctions;

class SeriesOfCalls {
    @Differentiable(derivatives = Derivative.TAYLOR)
    static double g(double x) { // expect AD406
        return SpecialFunctions.digamma(x);
    }

    @Differentiable(derivatives = Derivative.TAYLOR)
    static double h(double x) { // expect AD406
        return Tide.height(x) * x;
    }
}

class Tide {
    @Differentiable
    static double height(double t) {
        return Math.sin(t);
    }
}
