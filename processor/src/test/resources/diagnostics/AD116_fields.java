import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

class Fields {
    double rate;

    @Differentiable(
            wrt = {"rate", "x"},
            derivatives = Derivative.HESSIAN) // expect AD116
    final double growth(double x) {
        return rate * x * x;
    }

    @Differentiable(
            wrt = "rate",
            derivatives = {
                Derivative.PUSHFORWARD,
                Derivative.JACOBIAN // expect AD116
            })
    final double[] both(double x) {
        return new double[] {rate * x, rate};
    }
}
