package dev.pullback.samples.optimization;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.runtime.ParameterBlocks;

/**
 * Two classifiers of digits, as the loss of one example, minus the log of its probability: one over a flat vector of parameters, one
 * over records.
 */
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

    /**
     * A layer.
     *
     * @param weights one row per unit
     * @param bias one number per unit
     */
    record Layer(double[][] weights, double[] bias) {}

    /**
     * The parameters of the network.
     *
     * @param hidden its layer of tanh
     * @param output its linear layer
     */
    record Network(Layer hidden, Layer output) {

        /** A network that tells the sizes. */
        static Network zeros() {
            return new Network(
                    new Layer(new double[HIDDEN][Digit.PIXELS], new double[HIDDEN]),
                    new Layer(new double[CLASSES][HIDDEN], new double[CLASSES]));
        }
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
    @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
    static double network(Network network, @Passive Digit digit) {
        double[] hidden = linear(network.hidden(), digit.pixels());
        for (int k = 0; k < hidden.length; k++) {
            hidden[k] = Math.tanh(hidden[k]);
        }
        double[] z = linear(network.output(), hidden);
        return logSumExp(z) - z[digit.label()];
    }

    private static double[] linear(Layer layer, double[] below) {
        double[][] weights = layer.weights();
        double[] bias = layer.bias();
        double[] above = new double[bias.length];
        for (int k = 0; k < bias.length; k++) {
            double sum = bias[k];
            for (int j = 0; j < below.length; j++) {
                sum += weights[k][j] * below[j];
            }
            above[k] = sum;
        }
        return above;
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
