import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.annotations.SolutionOf;

class Equations {
    static double plain(double x, double a) {
        return x - (x * x - a) / (2 * x);
    }

    @Differentiable
    static double constant(double x, @Passive double a) {
        return x - (x * x - a) / (2 * x);
    }

    @Differentiable
    static double[] overwriting(double[] x, double a) {
        x[0] *= 0.5;
        return new double[] {x[0] + a};
    }

    @SolutionOf(fixedPoint = "missing") // expect AD162
    static double ofNothing(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "plain") // expect AD162
    static double ofPlainCode(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "constant") // expect AD162
    static double ofConstants(double a) {
        return Math.sqrt(a);
    }

    @SolutionOf(fixedPoint = "overwriting")
    static double[] ofChangedArguments(double a) { // expect AD162
        return new double[] {2 * a};
    }
}
