package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Gradient accumulation: collects some gradients and lets an optimizer take one step with their mean, as if the minibatches
 * had been one. The parameters stay as they are in between.
 *
 * <p>{@link #steps} counts the gradients; what has been collected is part of the state. Not thread-safe.
 */
public final class Accumulation implements StepOptimizer {

    private static final String NAME = "Accumulation";
    private static final String SUM = "sum";

    private final StepOptimizer inner;
    private final int gradients;
    private double[] sum = {};
    private double[] mean = {};
    private long steps;

    /**
     * Creates the optimizer.
     *
     * @param inner takes the steps
     * @param gradients the number of gradients per step, at least 1
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Accumulation(StepOptimizer inner, int gradients) {
        this.inner = Objects.requireNonNull(inner, "inner is null");
        this.gradients = Arguments.requireAtLeast(gradients, 1, "gradients");
    }

    @Override
    public void step(double[] parameters, double[] gradient) {
        Vectors.requireStep(parameters, gradient, sum.length);
        if (sum.length == 0) {
            sum = new double[gradient.length];
        }
        if (mean.length != sum.length) {
            mean = new double[sum.length];
        }
        if ((steps + 1) % gradients != 0) {
            Vectors.addScaled(1.0, gradient, sum);
        } else {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (sum[i] + gradient[i]) / gradients;
            }
            inner.step(parameters, mean);
            Arrays.fill(sum, 0.0);
        }
        steps++;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void reset() {
        inner.reset();
        sum = new double[0];
        steps = 0;
    }

    @Override
    public OptimizerState state() {
        return OptimizerState.around(NAME, steps, Map.of(SUM, sum), inner.state());
    }

    @Override
    public void restore(OptimizerState state) {
        Objects.requireNonNull(state, "state is null");
        double[] restored = state.vector(NAME, SUM);
        inner.restore(state.inner(NAME));
        sum = restored;
        steps = state.steps();
    }
}
