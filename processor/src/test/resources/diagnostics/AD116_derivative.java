import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class DerivativeOfVector {
    @Differentiable(derivatives = Derivative.HESSIAN) // expect AD116
    static double[] squares(double x, double y) {
        return new double[] {x * x, y * y};
    }

    @Differentiable(
            outputs = "y",
            derivatives = {
                Derivative.PUSHFORWARD,
                Derivative.HESSIAN // expect AD116
            })
    static void scale(double[] y, double c) {
        y[0] *= c;
    }

    @Differentiable(derivatives = Derivative.JACOBIAN) // expect AD116
    static double product(double x, double y) {
        return x * y;
    }
}
