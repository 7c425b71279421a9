package dev.pullback.samples.spark;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.spark.LabeledRow;

/** The loss of one example; the compiler writes its gradient, the cluster adds them up. */
public final class LogisticLoss {
    private LogisticLoss() {}

    /**
     * The log-loss of the prediction {@code sigmoid(w . x + bias)}, in the form that does not overflow.
     *
     * @param w one weight per feature, then the bias
     * @param example features and class, 0 or 1
     * @return the loss
     */
    @Differentiable
    public static double loss(double[] w, @Passive LabeledRow example) {
        double[] x = example.features();
        double z = w[x.length];
        for (int i = 0; i < x.length; i++) {
            z += w[i] * x[i];
        }
        double margin = example.label() == 1.0 ? z : -z;
        return margin > 0.0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }

    /**
     * A linear model.
     *
     * @param weights one per feature
     * @param bias what is added
     */
    record Model(double[] weights, double bias) {}

    /**
     * The same loss of a model that is a record.
     *
     * @param model the model
     * @param example features and class, 0 or 1
     * @return the loss
     */
    @Differentiable(derivatives = Derivative.EXAMPLE_LOSS)
    static double modelLoss(Model model, @Passive LabeledRow example) {
        double[] x = example.features();
        double z = model.bias();
        for (int i = 0; i < x.length; i++) {
            z += model.weights()[i] * x[i];
        }
        double margin = example.label() == 1.0 ? z : -z;
        return margin > 0.0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }

    /**
     * The L2 regularization {@code strength / 2 * |weights|^2}; the bias is free.
     *
     * @param w one weight per feature, then the bias
     * @param strength how much it counts
     * @return the penalty
     */
    @Differentiable(wrt = "w")
    public static double penalty(double[] w, double strength) {
        double sum = 0.0;
        for (int i = 0; i < w.length - 1; i++) {
            sum += w[i] * w[i];
        }
        return 0.5 * strength * sum;
    }
}
