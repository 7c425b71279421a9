import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class SeriesOfFloats {
    @Differentiable(derivatives = Derivative.TAYLOR)
    static double f(float x) { // expect AD406
        return x * x;
    }
}
