package dev.pullback.samples.optimization;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/**
 * Residuals of the test problems whose number of parameters can be chosen, {@code i} from 0.
 *
 * <p>Source: as of {@link MoreGarbowHillstrom}.
 */
final class VariableDimensions {

    private VariableDimensions() {}

    /** Watson (20): a polynomial that nearly solves a differential equation; 31 residuals. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double watson(double[] x, int i) {
        if (i == 29) {
            return x[0];
        }
        if (i == 30) {
            return x[1] - x[0] * x[0] - 1.0;
        }
        double t = (i + 1) / 29.0;
        double value = x[0];
        double slope = 0.0;
        double power = 1.0;
        for (int j = 1; j < x.length; j++) {
            slope += j * x[j] * power;
            power *= t;
            value += x[j] * power;
        }
        return slope - value * value - 1.0;
    }

    /** Extended Powell singular (13, 22). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double powellSingular(double[] x, int i) {
        int k = i - i % 4;
        if (i % 4 == 0) {
            return x[k] + 10.0 * x[k + 1];
        }
        if (i % 4 == 1) {
            return Math.sqrt(5.0) * (x[k + 2] - x[k + 3]);
        }
        double d = i % 4 == 2 ? x[k + 1] - 2.0 * x[k + 2] : x[k] - x[k + 3];
        return i % 4 == 2 ? d * d : Math.sqrt(10.0) * d * d;
    }

    /** Penalty I (23); one residual more than parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double penalty1(double[] x, int i) {
        if (i < x.length) {
            return Math.sqrt(1e-5) * (x[i] - 1.0);
        }
        double sum = 0.0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * x[j];
        }
        return sum - 0.25;
    }

    /** Penalty II (24); twice as many residuals as parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double penalty2(double[] x, int i) {
        int n = x.length;
        if (i == 0) {
            return x[0] - 0.2;
        }
        if (i < n) {
            double y = Math.exp((i + 1) / 10.0) + Math.exp(i / 10.0);
            return Math.sqrt(1e-5) * (Math.exp(x[i] / 10.0) + Math.exp(x[i - 1] / 10.0) - y);
        }
        if (i < 2 * n - 1) {
            return Math.sqrt(1e-5) * (Math.exp(x[i - n + 1] / 10.0) - Math.exp(-0.1));
        }
        double sum = -1.0;
        for (int j = 0; j < n; j++) {
            sum += (n - j) * x[j] * x[j];
        }
        return sum;
    }

    /** Variably dimensioned (25); two residuals more than parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double variablyDimensioned(double[] x, int i) {
        int n = x.length;
        if (i < n) {
            return x[i] - 1.0;
        }
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            sum += (j + 1) * (x[j] - 1.0);
        }
        return i == n ? sum : sum * sum;
    }

    /** Trigonometric (26). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double trigonometric(double[] x, int i) {
        double sum = x.length + (i + 1) * (1.0 - Math.cos(x[i])) - Math.sin(x[i]);
        for (int j = 0; j < x.length; j++) {
            sum -= Math.cos(x[j]);
        }
        return sum;
    }

    /** Brown almost-linear (27). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double brownAlmostLinear(double[] x, int i) {
        int n = x.length;
        double sum = 0.0;
        double product = 1.0;
        for (int j = 0; j < n; j++) {
            sum += x[j];
            product *= x[j];
        }
        return i < n - 1 ? x[i] + sum - (n + 1) : product - 1.0;
    }

    /** Discrete boundary value (28). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double boundaryValue(double[] x, int i) {
        double h = 1.0 / (x.length + 1);
        double before = i > 0 ? x[i - 1] : 0.0;
        double after = i + 1 < x.length ? x[i + 1] : 0.0;
        double b = x[i] + (i + 1) * h + 1.0;
        return 2.0 * x[i] - before - after + h * h * b * b * b / 2.0;
    }

    /** Discrete integral equation (29). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double integralEquation(double[] x, int i) {
        double h = 1.0 / (x.length + 1);
        double t = (i + 1) * h;
        double sum = 0.0;
        for (int j = 0; j < x.length; j++) {
            double s = (j + 1) * h;
            double b = x[j] + s + 1.0;
            double kernel = j <= i ? (1.0 - t) * s : t * (1.0 - s);
            sum += kernel * b * b * b;
        }
        return x[i] + h * sum / 2.0;
    }

    /** Broyden tridiagonal (30). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double broydenTridiagonal(double[] x, int i) {
        double before = i > 0 ? x[i - 1] : 0.0;
        double after = i + 1 < x.length ? x[i + 1] : 0.0;
        return (3.0 - 2.0 * x[i]) * x[i] - before - 2.0 * after + 1.0;
    }

    /** Broyden banded (31). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double broydenBanded(double[] x, int i) {
        int first = Math.max(0, i - 5);
        int last = Math.min(x.length - 1, i + 1);
        double sum = x[i] * (2.0 + 5.0 * x[i] * x[i]) + 1.0;
        for (int j = first; j <= last; j++) {
            if (j != i) {
                sum -= x[j] * (1.0 + x[j]);
            }
        }
        return sum;
    }

    /** Linear, full rank (32), with twice as many residuals as parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double linear(double[] x, int i) {
        int n = x.length;
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            sum += x[j];
        }
        double common = -2.0 * sum / (2 * n) - 1.0;
        return i < n ? x[i] + common : common;
    }

    /** Linear, rank 1 (33). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double linearRank1(double[] x, int i) {
        double sum = 0.0;
        for (int j = 0; j < x.length; j++) {
            sum += (j + 1) * x[j];
        }
        return (i + 1) * sum - 1.0;
    }

    /** Linear, rank 1 with zero columns and rows (34), with twice as many residuals as parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double linearRank1WithZeros(double[] x, int i) {
        int n = x.length;
        double sum = 0.0;
        for (int j = 1; j < n - 1; j++) {
            sum += (j + 1) * x[j];
        }
        return i == 0 || i == 2 * n - 1 ? -1.0 : i * sum - 1.0;
    }

    /** Chebyquad (35): abscissae for quadratures; as many residuals as parameters. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double chebyquad(double[] x, int i) {
        double sum = 0.0;
        for (int j = 0; j < x.length; j++) {
            double z = 2.0 * x[j] - 1.0;
            double before = 1.0;
            double polynomial = z;
            for (int k = 0; k < i; k++) {
                double next = 2.0 * z * polynomial - before;
                before = polynomial;
                polynomial = next;
            }
            sum += polynomial;
        }
        int degree = i + 1;
        double integral = degree % 2 == 0 ? -1.0 / (degree * degree - 1.0) : 0.0;
        return sum / x.length - integral;
    }
}
