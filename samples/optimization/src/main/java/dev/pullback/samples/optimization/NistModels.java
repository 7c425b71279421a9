package dev.pullback.samples.optimization;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** The models of the nonlinear regression problems of NIST's Statistical Reference Datasets, parameters first. */
final class NistModels {

    private NistModels() {}

    @Differentiable
    static double bennett5(double[] b, @Passive double x) {
        return b[0] * Math.pow(b[1] + x, -1.0 / b[2]);
    }

    @Differentiable
    static double boxBod(double[] b, @Passive double x) {
        return b[0] * (1.0 - Math.exp(-b[1] * x));
    }

    @Differentiable
    static double chwirut(double[] b, @Passive double x) {
        return Math.exp(-b[0] * x) / (b[1] + b[2] * x);
    }

    @Differentiable
    static double danWood(double[] b, @Passive double x) {
        return b[0] * Math.pow(x, b[1]);
    }

    @Differentiable
    static double enso(double[] b, @Passive double x) {
        double turn = 2.0 * Math.PI * x;
        return b[0]
                + b[1] * Math.cos(turn / 12.0)
                + b[2] * Math.sin(turn / 12.0)
                + b[4] * Math.cos(turn / b[3])
                + b[5] * Math.sin(turn / b[3])
                + b[7] * Math.cos(turn / b[6])
                + b[8] * Math.sin(turn / b[6]);
    }

    @Differentiable
    static double eckerle4(double[] b, @Passive double x) {
        double z = (x - b[2]) / b[1];
        return b[0] / b[1] * Math.exp(-0.5 * z * z);
    }

    @Differentiable
    static double gauss(double[] b, @Passive double x) {
        double z = (x - b[3]) / b[4];
        double v = (x - b[6]) / b[7];
        return b[0] * Math.exp(-b[1] * x) + b[2] * Math.exp(-z * z) + b[5] * Math.exp(-v * v);
    }

    @Differentiable
    static double cubicRational(double[] b, @Passive double x) {
        return (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1.0 + x * (b[4] + x * (b[5] + x * b[6])));
    }

    @Differentiable
    static double kirby2(double[] b, @Passive double x) {
        return (b[0] + x * (b[1] + x * b[2])) / (1.0 + x * (b[3] + x * b[4]));
    }

    @Differentiable
    static double lanczos(double[] b, @Passive double x) {
        return b[0] * Math.exp(-b[1] * x) + b[2] * Math.exp(-b[3] * x) + b[4] * Math.exp(-b[5] * x);
    }

    @Differentiable
    static double mgh09(double[] b, @Passive double x) {
        return b[0] * (x * x + x * b[1]) / (x * x + x * b[2] + b[3]);
    }

    @Differentiable
    static double mgh10(double[] b, @Passive double x) {
        return b[0] * Math.exp(b[1] / (x + b[2]));
    }

    @Differentiable
    static double mgh17(double[] b, @Passive double x) {
        return b[0] + b[1] * Math.exp(-x * b[3]) + b[2] * Math.exp(-x * b[4]);
    }

    @Differentiable
    static double misra1b(double[] b, @Passive double x) {
        return b[0] * (1.0 - Math.pow(1.0 + b[1] * x / 2.0, -2.0));
    }

    @Differentiable
    static double misra1c(double[] b, @Passive double x) {
        return b[0] * (1.0 - Math.pow(1.0 + 2.0 * b[1] * x, -0.5));
    }

    @Differentiable
    static double misra1d(double[] b, @Passive double x) {
        return b[0] * b[1] * x / (1.0 + b[1] * x);
    }

    /** The logarithm of y over two predictors. */
    @Differentiable
    static double nelson(double[] b, @Passive double x1, @Passive double x2) {
        return b[0] - b[1] * x1 * Math.exp(-b[2] * x2);
    }

    @Differentiable
    static double rat42(double[] b, @Passive double x) {
        return b[0] / (1.0 + Math.exp(b[1] - b[2] * x));
    }

    @Differentiable
    static double rat43(double[] b, @Passive double x) {
        return b[0] / Math.pow(1.0 + Math.exp(b[1] - b[2] * x), 1.0 / b[3]);
    }

    @Differentiable
    static double roszman1(double[] b, @Passive double x) {
        return b[0] - b[1] * x - Math.atan(b[2] / (x - b[3])) / Math.PI;
    }
}
