package conformance.foreign_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made heavy, double[2], double[2], double in [0.1, 1]
// args: made light, double[2], double[2], double in [0.1, 1]
/** Two vectors and a matrix are overwritten at once, by a method of an object whose class decides. */
public final class SeveralOutputs {

    private SeveralOutputs() {}

    public sealed interface Body permits Heavy, Light {
        @Differentiable(
                derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
                outputs = {"v", "x", "log"})
        void step(double[] x, double[] v, double h, double[][] log);
    }

    static final class Heavy implements Body {
        @Override
        @Differentiable(
                derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
                outputs = {"v", "x", "log"})
        public void step(double[] x, double[] v, double h, double[][] log) {
            for (int i = 0; i < x.length; i++) {
                v[i] -= h * Math.sin(x[i]);
                x[i] += h * v[i];
                log[i][0] += x[i] * v[1 - i];
            }
        }
    }

    record Light(double drag) implements Body {
        @Override
        @Differentiable(
                derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
                outputs = {"v", "x", "log"})
        public void step(double[] x, double[] v, double h, double[][] log) {
            x[0] *= v[0] - drag * v[1] * h;
            v[1] += x[0];
            log[0][1] = x[0];
        }
    }

    static Body heavy() {
        return new Heavy();
    }

    static Body light() {
        return new Light(0.3);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(Body body, double[] x, double[] v, double h) {
        double[][] log = new double[2][3];
        int k = 0;
        while (x[0] < 2 && k < 5) {
            body.step(x, v, h * (1 + 0.1 * k), log);
            k++;
        }
        return x[0] * v[1] + log[0][0] * log[1][0] + log[0][1] + x[1];
    }
}
