package conformance.gradient_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[2], double 0.3, passive double[3][2], passive double[3], int 4
// args: double[2], double 0.3, passive double[0][2], passive double[3], int 1
/** Gradients written to arrays that are used again: training by hand, with the value of the loss and without. */
public final class IntoBars {

    private IntoBars() {}

    @Differentiable(wrt = {"w", "lambda"}, derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] w, double lambda, double[][] x, double[] y, int steps) {
        double[] g = new double[w.length];
        double[] partials = {lambda, 2};
        double[] one = {partials[0]};
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum += 0.1 * IntoBarsDerivatives.lossValueAndGradient(w, lambda + one[0], x, y, g, one);
            for (int j = 0; j < w.length; j++) {
                w[j] -= 0.1 * lambda * g[j];
            }
            IntoBarsDerivatives.bendValueAndGradient(w, g);
            w[0] += 0.1 * g[1];
            sum -= 0.1 * IntoBarsDerivatives.saddleValueAndGradient(w[0], one[0], partials);
            sum += 0.1 * partials[0] * partials[1];
            sum += 0.1 * IntoBarsDerivatives.waveValueAndGradient(sum, one) * one[0];
        }
        double[][] rows = new double[2][1];
        double[] c = {sum * 0.1, 0.3, lambda};
        int k = 0;
        sum += IntoBarsDerivatives.waveValueAndGradient(c[k], rows[k++]) * c[k++];
        IntoBarsDerivatives.waveValueAndGradient((float) 2 * c[k], rows[k - 1]);
        sum += rows[0][0] * rows[1][0] + IntoBarsDerivatives.waveGradient(2, c[1]);
        return sum + g[0] + one[0] * partials[1];
    }

    @Differentiable(wrt = {"w", "lambda"}, derivatives = Derivative.THIRD_ORDER)
    static double loss(double[] w, double lambda, double[][] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = -y[i];
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            sum += Math.tanh(z) * z;
        }
        for (double c : w) {
            sum += lambda * c * c;
        }
        return sum;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double bend(double[] w) {
        return w[0] * w[0] * w[1] + Math.sin(w[1]);
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double saddle(double x, double y) {
        return x * x * y - y * y * x;
    }

    @Differentiable(wrt = "x", derivatives = Derivative.THIRD_ORDER)
    static double wave(int n, double x) {
        return Math.exp(x / n) * x;
    }

    @Differentiable(wrt = "x", derivatives = Derivative.THIRD_ORDER)
    static double wave(double n, double x) {
        return n * x;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double wave(double x) {
        return Math.sin(x) * x;
    }
}
