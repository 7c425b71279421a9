package dev.pullback.samples.optimization;

import dev.pullback.annotations.Differentiable;

/**
 * Residuals of test problems for unconstrained optimization, {@code i} from 0; the functions to minimize are sums of their squares.
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

    private MoreGarbowHillstrom() {}

    /** Extended Rosenbrock (1, 21). */
    @Differentiable
    static double rosenbrock(double[] x, int i) {
        return i % 2 == 0 ? 10.0 * (x[i + 1] - x[i] * x[i]) : 1.0 - x[i - 1];
    }

    /** Freudenstein and Roth (2). */
    @Differentiable
    static double freudensteinRoth(double[] x, int i) {
        return i == 0
                ? -13.0 + x[0] + ((5.0 - x[1]) * x[1] - 2.0) * x[1]
                : -29.0 + x[0] + ((x[1] + 1.0) * x[1] - 14.0) * x[1];
    }

    /** Powell badly scaled (3). */
    @Differentiable
    static double powellBadlyScaled(double[] x, int i) {
        return i == 0 ? 1e4 * x[0] * x[1] - 1.0 : Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
    }

    /** Brown badly scaled (4). */
    @Differentiable
    static double brownBadlyScaled(double[] x, int i) {
        if (i == 2) {
            return x[0] * x[1] - 2.0;
        }
        return i == 0 ? x[0] - 1e6 : x[1] - 2e-6;
    }

    /** Beale (5). */
    @Differentiable
    static double beale(double[] x, int i) {
        double y = i == 0 ? 1.5 : i == 1 ? 2.25 : 2.625;
        return y - x[0] * (1.0 - Math.pow(x[1], i + 1.0));
    }

    /** Jennrich and Sampson (6). */
    @Differentiable
    static double jennrichSampson(double[] x, int i) {
        return 2.0 + 2.0 * (i + 1) - (Math.exp((i + 1) * x[0]) + Math.exp((i + 1) * x[1]));
    }

    /** Helical valley (7). */
    @Differentiable
    static double helicalValley(double[] x, int i) {
        if (i == 0) {
            double theta = Math.atan2(x[1], x[0]) / (2.0 * Math.PI);
            return 10.0 * (x[2] - 10.0 * theta);
        }
        return i == 1 ? 10.0 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1.0) : x[2];
    }

    /** Bard (8). */
    @Differentiable
    static double bard(double[] x, int i) {
        double u = i + 1;
        double v = 15 - i;
        return BARD[i] - (x[0] + u / (v * x[1] + Math.min(u, v) * x[2]));
    }

    /** Gaussian (9). */
    @Differentiable
    static double gaussian(double[] x, int i) {
        double t = (7 - i) / 2.0;
        return x[0] * Math.exp(-x[1] * (t - x[2]) * (t - x[2]) / 2.0) - GAUSSIAN[i];
    }

    /** Meyer (10). */
    @Differentiable
    static double meyer(double[] x, int i) {
        return x[0] * Math.exp(x[1] / (50.0 + 5.0 * i + x[2])) - MEYER[i];
    }

    /** Box three-dimensional (12). */
    @Differentiable
    static double box(double[] x, int i) {
        double t = 0.1 * (i + 1);
        return Math.exp(-t * x[0]) - Math.exp(-t * x[1]) - x[2] * (Math.exp(-t) - Math.exp(-10.0 * t));
    }

    /** Extended Powell singular (13, 22). */
    @Differentiable
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

    /** Wood (14). */
    @Differentiable
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
    @Differentiable
    static double kowalikOsborne(double[] x, int i) {
        double u = KOWALIK_U[i];
        return KOWALIK_Y[i] - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
    }

    /** Brown and Dennis (16). */
    @Differentiable
    static double brownDennis(double[] x, int i) {
        double t = (i + 1) / 5.0;
        double a = x[0] + t * x[1] - Math.exp(t);
        double b = x[2] + x[3] * Math.sin(t) - Math.cos(t);
        return a * a + b * b;
    }

    /** Variably dimensioned (25). */
    @Differentiable
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

    /** Broyden tridiagonal (30). */
    @Differentiable
    static double broydenTridiagonal(double[] x, int i) {
        double before = i > 0 ? x[i - 1] : 0.0;
        double after = i + 1 < x.length ? x[i + 1] : 0.0;
        return (3.0 - 2.0 * x[i]) * x[i] - before - 2.0 * after + 1.0;
    }

    /** Linear, full rank (32), with twice as many residuals as parameters. */
    @Differentiable
    static double linear(double[] x, int i) {
        int n = x.length;
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            sum += x[j];
        }
        double common = -2.0 * sum / (2 * n) - 1.0;
        return i < n ? x[i] + common : common;
    }
}
