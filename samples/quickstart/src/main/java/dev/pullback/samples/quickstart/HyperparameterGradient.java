package dev.pullback.samples.quickstart;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/** How the loss on held-out data depends on how the model is trained: the derivative through all steps of the training. */
public final class HyperparameterGradient {

    private HyperparameterGradient() {}

    /** The loss of {@link LogisticLoss} as a function of all weights, the last one the bias, and of its regularisation. */
    @Differentiable(
            wrt = {"w", "lambda"},
            derivatives = Derivative.HESSIAN_VECTOR)
    static double trainingLoss(double[] w, double lambda, double[][] x, int[] y) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double z = w[row.length];
            for (int j = 0; j < row.length; j++) {
                z += w[j] * row[j];
            }
            double margin = y[i] == 1 ? z : -z;
            if (margin > 0.0) {
                sum += Math.log1p(Math.exp(-margin));
            } else {
                sum += Math.log1p(Math.exp(margin)) - margin;
            }
        }
        double squaredNorm = 0.0;
        for (int j = 0; j < w.length - 1; j++) {
            squaredNorm += w[j] * w[j];
        }
        return sum / x.length + 0.5 * lambda * squaredNorm;
    }

    /**
     * The loss on validation rows after a training by gradient descent with momentum from zero weights.
     *
     * @param rate the learning rate
     * @param momentum the share of a step that the next one repeats
     * @param lambda the strength of the regularisation
     * @param steps the number of steps
     * @param x one row of features per training sample
     * @param y the class of every training sample
     * @param validationX one row of features per validation sample
     * @param validationY the class of every validation sample
     * @return the mean log-loss, without regularisation
     */
    @Checkpointed(snapshots = 10)
    @Differentiable(wrt = {"rate", "momentum", "lambda"})
    public static double validationLoss(
            double rate,
            double momentum,
            double lambda,
            int steps,
            double[][] x,
            int[] y,
            double[][] validationX,
            int[] validationY) {
        double[] w = new double[x[0].length + 1];
        double[] velocity = new double[w.length];
        for (int step = 0; step < steps; step++) {
            double[] g = HyperparameterGradientDerivatives.trainingLossGradient(w, lambda, x, y)
                    .w();
            for (int j = 0; j < w.length; j++) {
                velocity[j] = momentum * velocity[j] - rate * g[j];
                w[j] += velocity[j];
            }
        }
        return trainingLoss(w, 0.0, validationX, validationY);
    }
}
