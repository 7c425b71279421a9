package dev.pullback.samples.optimization;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.data.ExampleLoss;

/** Classifiers of digits through which a gradient has a long way back: many layers, or many steps of a recurrence. */
final class DeepModels {

    /** Units of each layer, and of the recurrent state. */
    static final int UNITS = 16;

    /** Hidden layers of the deep network. */
    static final int LAYERS = 12;

    /** Pixels that the recurrent network reads per step. */
    static final int STRIDE = 4;

    /** The loss of the deep network with tanh, differentiated. */
    static final ExampleLoss<Digit> TANH = (w, digit, gradient, workspace) ->
            DeepModelsDerivatives.networkValueAndGradient(w, digit.pixels(), digit.label(), false, gradient, workspace);

    /** The loss of the deep network with rectified linear units, differentiated. */
    static final ExampleLoss<Digit> RECTIFIED = (w, digit, gradient, workspace) ->
            DeepModelsDerivatives.networkValueAndGradient(w, digit.pixels(), digit.label(), true, gradient, workspace);

    /** The loss of the recurrent network, differentiated. */
    static final ExampleLoss<Digit> RECURRENT = (w, digit, gradient, workspace) ->
            DeepModelsDerivatives.recurrentValueAndGradient(w, digit.pixels(), digit.label(), gradient, workspace);

    private DeepModels() {}

    /** The parameters of the deep network; each layer's last column holds its biases. */
    static ParameterBlocks networkBlocks() {
        ParameterBlocks.Builder blocks = ParameterBlocks.builder().matrix("layer1", UNITS, Digit.PIXELS + 1);
        for (int layer = 2; layer <= LAYERS; layer++) {
            blocks.matrix("layer" + layer, UNITS, UNITS + 1);
        }
        return blocks.matrix("output", DigitModels.CLASSES, UNITS + 1).build();
    }

    /** The parameters of the recurrent network. */
    static ParameterBlocks recurrentBlocks() {
        return ParameterBlocks.builder()
                .matrix("input", UNITS, STRIDE)
                .matrix("recurrence", UNITS, UNITS + 1)
                .matrix("output", DigitModels.CLASSES, UNITS + 1)
                .build();
    }

    /** A network of twelve hidden layers, of tanh or of rectified linear units. */
    @Differentiable
    static double network(double[] w, @Passive double[] pixels, int label, boolean isRectified) {
        double[] state = layer(w, 0, pixels, isRectified);
        int at = 16 * (pixels.length + 1);
        for (int layer = 1; layer < 12; layer++) {
            state = layer(w, at, state, isRectified);
            at += 16 * 17;
        }
        return crossEntropy(w, at, state, label);
    }

    private static double[] layer(double[] w, int at, double[] below, boolean isRectified) {
        double[] above = new double[16];
        for (int k = 0; k < 16; k++) {
            int row = at + k * (below.length + 1);
            double sum = w[row + below.length];
            for (int j = 0; j < below.length; j++) {
                sum += w[row + j] * below[j];
            }
            above[k] = isRectified ? Math.max(sum, 0.0) : StrictMath.tanh(sum);
        }
        return above;
    }

    /** A recurrent network that reads half a row, four pixels, per step. */
    @Differentiable
    static double recurrent(double[] w, @Passive double[] pixels, int label) {
        double[] state = new double[16];
        for (int t = 0; t < 16; t++) {
            double[] next = new double[16];
            for (int k = 0; k < 16; k++) {
                int row = 64 + k * 17;
                double sum = w[row + 16];
                for (int j = 0; j < 4; j++) {
                    sum += w[4 * k + j] * pixels[4 * t + j];
                }
                for (int j = 0; j < 16; j++) {
                    sum += w[row + j] * state[j];
                }
                next[k] = StrictMath.tanh(sum);
            }
            state = next;
        }
        return crossEntropy(w, 64 + 16 * 17, state, label);
    }

    /** Minus the log of the probability of a label, from the last hidden layer. */
    private static double crossEntropy(double[] w, int at, double[] hidden, int label) {
        double[] z = new double[10];
        for (int k = 0; k < 10; k++) {
            int row = at + k * 17;
            double sum = w[row + 16];
            for (int j = 0; j < 16; j++) {
                sum += w[row + j] * hidden[j];
            }
            z[k] = sum;
        }
        double largest = z[0];
        for (int k = 1; k < 10; k++) {
            largest = Math.max(largest, z[k]);
        }
        double total = 0.0;
        for (int k = 0; k < 10; k++) {
            total += Math.exp(z[k] - largest);
        }
        return largest + Math.log(total) - z[label];
    }
}
