package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/** An optimizer with a transform before it, which works on a copy of the gradient. */
final class TransformedOptimizer implements StepOptimizer {

    private final GradientTransform transform;
    private final StepOptimizer inner;
    private double[] transformed = {};

    TransformedOptimizer(GradientTransform transform, StepOptimizer inner) {
        this.transform = transform;
        this.inner = Objects.requireNonNull(inner, "optimizer is null");
    }

    @Override
    public void step(double[] parameters, double[] gradient) {
        Vectors.requireStep(parameters, gradient, 0);
        if (transformed.length != gradient.length) {
            transformed = new double[gradient.length];
        }
        Vectors.copy(gradient, transformed);
        transform.apply(parameters, transformed);
        inner.step(parameters, transformed);
    }

    @Override
    public long steps() {
        return inner.steps();
    }

    @Override
    public void reset() {
        inner.reset();
    }

    @Override
    public OptimizerState state() {
        return inner.state();
    }

    @Override
    public void restore(OptimizerState state) {
        inner.restore(state);
    }
}
