package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** The loss of one point in logistic regression, the unit of a sum over many. */
public final class PointLoss {

    private PointLoss() {}

    /**
     * An example.
     *
     * @param x its features
     * @param isPositive its class
     */
    public record Point(double[] x, boolean isPositive) {}

    /**
     * The loss of one point.
     *
     * @param w a weight per feature
     * @param point the point
     * @return minus the log of its probability
     */
    @Differentiable
    public static double loss(double[] w, @Passive Point point) {
        double[] x = point.x();
        double z = 0.0;
        for (int j = 0; j < x.length; j++) {
            z += w[j] * x[j];
        }
        double margin = point.isPositive() ? z : -z;
        return margin > 0.0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
}
