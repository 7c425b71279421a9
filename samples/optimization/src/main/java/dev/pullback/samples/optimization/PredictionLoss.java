package dev.pullback.samples.optimization;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

/** The loss of one prediction, as boosted trees want it: with both derivatives. */
final class PredictionLoss {

    private PredictionLoss() {}

    /** Logistic loss; the exponential is of numbers that are not positive, so that nothing overflows. */
    @Differentiable(derivatives = Derivative.HESSIAN)
    static double loss(double prediction, @Passive double label) {
        double margin = label == 1.0 ? prediction : -prediction;
        return margin > 0.0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
    }
}
