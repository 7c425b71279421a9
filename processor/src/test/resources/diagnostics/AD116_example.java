import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class NoExample {
    @Differentiable(derivatives = Derivative.EXAMPLE_LOSS) // expect AD116
    static double loss(double[] w, double b) {
        return w[0] * b;
    }
}
