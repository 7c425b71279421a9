package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** One step of a long short-term memory cell, and the squared error of its output. */
final class LstmStep {

    private LstmStep() {}

    /**
     * The loss of one step.
     *
     * @param weights four rows per cell: forget, input and output gate, and candidate; a row holds the weights of the input,
     *     those of the last output, and the bias
     */
    @Differentiable(wrt = {"weights", "state", "output"})
    static double loss(double[][] weights, double[] input, double[] state, double[] output, double[] target) {
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            double forget = sigmoid(row(weights[4 * i], input, output));
            double enter = sigmoid(row(weights[4 * i + 1], input, output));
            double leave = sigmoid(row(weights[4 * i + 2], input, output));
            double candidate = Math.tanh(row(weights[4 * i + 3], input, output));
            double next = forget * state[i] + enter * candidate;
            double error = leave * Math.tanh(next) - target[i];
            sum += error * error;
        }
        return sum;
    }

    private static double row(double[] w, double[] input, double[] output) {
        double sum = w[input.length + output.length];
        for (int j = 0; j < input.length; j++) {
            sum += w[j] * input[j];
        }
        for (int j = 0; j < output.length; j++) {
            sum += w[input.length + j] * output[j];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
