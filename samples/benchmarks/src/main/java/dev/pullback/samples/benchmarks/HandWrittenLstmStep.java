package dev.pullback.samples.benchmarks;

import java.util.Arrays;

/** The gradient of {@link LstmStep} by hand: cell by cell, forwards and at once back. */
final class HandWrittenLstmStep {

    private HandWrittenLstmStep() {}

    static double valueAndGradient(
            double[][] weights,
            double[] input,
            double[] state,
            double[] output,
            double[] target,
            double[][] weightsBar,
            double[] stateBar,
            double[] outputBar) {
        Arrays.fill(outputBar, 0.0);
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            double forget = sigmoid(row(weights[4 * i], input, output));
            double enter = sigmoid(row(weights[4 * i + 1], input, output));
            double leave = sigmoid(row(weights[4 * i + 2], input, output));
            double candidate = Math.tanh(row(weights[4 * i + 3], input, output));
            double next = forget * state[i] + enter * candidate;
            double tanh = Math.tanh(next);
            double error = leave * tanh - target[i];
            sum += error * error;
            double errorBar = 2 * error;
            double nextBar = errorBar * leave * (1 - tanh) * (1 + tanh);
            stateBar[i] = nextBar * forget;
            double forgetBar = nextBar * state[i] * forget * (1 - forget);
            double enterBar = nextBar * candidate * enter * (1 - enter);
            double leaveBar = errorBar * tanh * leave * (1 - leave);
            double candidateBar = nextBar * enter * (1 - candidate) * (1 + candidate);
            reverseRow(weights[4 * i], input, output, forgetBar, weightsBar[4 * i], outputBar);
            reverseRow(weights[4 * i + 1], input, output, enterBar, weightsBar[4 * i + 1], outputBar);
            reverseRow(weights[4 * i + 2], input, output, leaveBar, weightsBar[4 * i + 2], outputBar);
            reverseRow(weights[4 * i + 3], input, output, candidateBar, weightsBar[4 * i + 3], outputBar);
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

    private static void reverseRow(
            double[] w, double[] input, double[] output, double bar, double[] wBar, double[] outputBar) {
        wBar[input.length + output.length] = bar;
        for (int j = 0; j < input.length; j++) {
            wBar[j] = bar * input[j];
        }
        for (int j = 0; j < output.length; j++) {
            wBar[input.length + j] = bar * output[j];
            outputBar[j] += bar * w[input.length + j];
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
