package dev.pullback.samples.optimization;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.runtime.ParameterBlocks;

/** Two classifiers of digits, as the loss of one example over a flat vector of parameters: minus the log of its probability. */
final class DigitModels {

    /** Classes. */
    static final int CLASSES = 10;

    /** Hidden units of the network. */
    static final int HIDDEN = 16;

    private DigitModels() {}

    /** The parameters of logistic regression. */
    static ParameterBlocks logisticBlocks() {
        return ParameterBlocks.builder()
                .matrix("w", CLASSES, Digit.PIXELS)
                .vector("bias", CLASSES)
                .build();
    }

    /** The parameters of the network. */
    static ParameterBlocks networkBlocks() {
        return ParameterBlocks.builder()
                .matrix("w1", HIDDEN, Digit.PIXELS)
                .vector("bias1", HIDDEN)
                .matrix("w2", CLASSES, HIDDEN)
                .vector("bias2", CLASSES)
                .build();
    }

    /** Multinomial logistic regression. */
    @Differentiable
    static double logistic(double[] w, @Passive double[] pixels, int label) {
        double[] z = new double[10];
        for (int k = 0; k < 10; k++) {
            double sum = w[10 * pixels.length + k];
            for (int j = 0; j < pixels.length; j++) {
                sum += w[k * pixels.length + j] * pixels[j];
            }
            z[k] = sum;
        }
        return logSumExp(z) - z[label];
    }

    /** A network with one hidden layer of tanh. */
    @Differentiable
    static double network(double[] w, @Passive double[] pixels, int label) {
        int n = pixels.length;
        double[] hidden = new double[16];
        for (int k = 0; k < 16; k++) {
            double sum = w[16 * n + k];
            for (int j = 0; j < n; j++) {
                sum += w[k * n + j] * pixels[j];
            }
            hidden[k] = Math.tanh(sum);
        }
        int second = 16 * n + 16;
        double[] z = new double[10];
        for (int k = 0; k < 10; k++) {
            double sum = w[second + 160 + k];
            for (int j = 0; j < 16; j++) {
                sum += w[second + k * 16 + j] * hidden[j];
            }
            z[k] = sum;
        }
        return logSumExp(z) - z[label];
    }

    private static double logSumExp(double[] z) {
        double largest = z[0];
        for (int k = 1; k < z.length; k++) {
            largest = Math.max(largest, z[k]);
        }
        double sum = 0.0;
        for (int k = 0; k < z.length; k++) {
            sum += Math.exp(z[k] - largest);
        }
        return largest + Math.log(sum);
    }
}
