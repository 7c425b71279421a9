package dev.pullback.samples.optimization;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/**
 * Residuals of test problems for unconstrained optimization, {@code i} from 0; those with any number of parameters are in {@link
 * VariableDimensions}. The functions to minimize are sums of their squares.
 *
 * <p>Source: Moré, Garbow and Hillstrom 1981, "Testing Unconstrained Optimization Software", ACM Transactions on Mathematical
 * Software 7; numbers in brackets are those of the paper.
 */
final class MoreGarbowHillstrom {

    static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };
    static final double[] GAUSSIAN = {
        0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044,
        0.0009
    };
    static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };
    static final double[] KOWALIK_Y = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };
    static final double[] KOWALIK_U = {4.0, 2.0, 1.0, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};
    static final double[] OSBORNE_1 = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
        0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
        0.406
    };
    static final double[] OSBORNE_2 = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
        0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
        0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
        0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
        0.054
    };

    private MoreGarbowHillstrom() {}

    /** Extended Rosenbrock (1, 21). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double rosenbrock(double[] x, int i) {
        return i % 2 == 0 ? 10.0 * (x[i + 1] - x[i] * x[i]) : 1.0 - x[i - 1];
    }

    /** Freudenstein and Roth (2). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double freudensteinRoth(double[] x, int i) {
        return i == 0
                ? -13.0 + x[0] + ((5.0 - x[1]) * x[1] - 2.0) * x[1]
                : -29.0 + x[0] + ((x[1] + 1.0) * x[1] - 14.0) * x[1];
    }

    /** Powell badly scaled (3). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double powellBadlyScaled(double[] x, int i) {
        return i == 0 ? 1e4 * x[0] * x[1] - 1.0 : Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
    }

    /** Brown badly scaled (4). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double brownBadlyScaled(double[] x, int i) {
        if (i == 2) {
            return x[0] * x[1] - 2.0;
        }
        return i == 0 ? x[0] - 1e6 : x[1] - 2e-6;
    }

    /** Beale (5). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double beale(double[] x, int i) {
        double y = i == 0 ? 1.5 : i == 1 ? 2.25 : 2.625;
        return y - x[0] * (1.0 - Math.pow(x[1], i + 1.0));
    }

    /** Jennrich and Sampson (6). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double jennrichSampson(double[] x, int i) {
        return 2.0 + 2.0 * (i + 1) - (Math.exp((i + 1) * x[0]) + Math.exp((i + 1) * x[1]));
    }

    /** Helical valley (7). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double helicalValley(double[] x, int i) {
        if (i == 0) {
            double theta = Math.atan2(x[1], x[0]) / (2.0 * Math.PI);
            return 10.0 * (x[2] - 10.0 * theta);
        }
        return i == 1 ? 10.0 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1.0) : x[2];
    }

    /** Bard (8). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double bard(double[] x, int i) {
        double u = i + 1;
        double v = 15 - i;
        return BARD[i] - (x[0] + u / (v * x[1] + Math.min(u, v) * x[2]));
    }

    /** Gaussian (9). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double gaussian(double[] x, int i) {
        double t = (7 - i) / 2.0;
        return x[0] * Math.exp(-x[1] * (t - x[2]) * (t - x[2]) / 2.0) - GAUSSIAN[i];
    }

    /** Meyer (10). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double meyer(double[] x, int i) {
        return x[0] * Math.exp(x[1] / (50.0 + 5.0 * i + x[2])) - MEYER[i];
    }

    /** Gulf research and development (11), with the exponent's argument as the authors of the problem have it. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double gulf(double[] x, int i) {
        double t = (i + 1) / 100.0;
        double y = 25.0 + Math.pow(-50.0 * Math.log(t), 2.0 / 3.0);
        return Math.exp(-Math.pow(Math.abs(y - x[1]), x[2]) / x[0]) - t;
    }

    /** Box three-dimensional (12). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double box(double[] x, int i) {
        double t = 0.1 * (i + 1);
        return Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10.0 * t));
    }

    /** Wood (14). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double wood(double[] x, int i) {
        return switch (i) {
            case 0 -> 10.0 * (x[1] - x[0] * x[0]);
            case 1 -> 1.0 - x[0];
            case 2 -> Math.sqrt(90.0) * (x[3] - x[2] * x[2]);
            case 3 -> 1.0 - x[2];
            case 4 -> Math.sqrt(10.0) * (x[1] + x[3] - 2.0);
            default -> (x[1] - x[3]) / Math.sqrt(10.0);
        };
    }

    /** Kowalik and Osborne (15). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double kowalikOsborne(double[] x, int i) {
        double u = KOWALIK_U[i];
        return KOWALIK_Y[i] - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
    }

    /** Brown and Dennis (16). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double brownDennis(double[] x, int i) {
        double t = (i + 1) / 5.0;
        double a = x[0] + t * x[1] - Math.exp(t);
        double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
        return a * a + b * b;
    }

    /** Osborne 1 (17). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double osborne1(double[] x, int i) {
        double t = 10.0 * i;
        return OSBORNE_1[i] - (x[0] + x[1] * Math.exp(-t * x[3]) + x[2] * Math.exp(-t * x[4]));
    }

    /** Biggs EXP6 (18). */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double biggs(double[] x, int i) {
        double t = 0.1 * (i + 1);
        double y = Math.exp(-t) - 5.0 * Math.exp(-10.0 * t) + 3.0 * Math.exp(-4.0 * t);
        return x[2] * Math.exp(-t * x[0]) - x[3] * Math.exp(-t * x[1]) + x[5] * Math.exp(-t * x[4]) - y;
    }

    /** Osborne 2 (19): a decay and three peaks. */
    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static double osborne2(double[] x, int i) {
        double t = i / 10.0;
        double sum = x[0] * Math.exp(-t * x[4]);
        for (int k = 0; k < 3; k++) {
            double distance = t - x[8 + k];
            sum += x[1 + k] * Math.exp(-distance * distance * x[5 + k]);
        }
        return OSBORNE_2[i] - sum;
    }
}
