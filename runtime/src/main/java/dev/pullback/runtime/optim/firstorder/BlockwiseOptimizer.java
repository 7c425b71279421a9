package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.OptimizerState;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;

/** An optimizer whose steps are changed block by block, see {@link BlockSettings}. */
final class BlockwiseOptimizer implements StepOptimizer {

    private final StepOptimizer inner;
    private final ParameterBlocks blocks;
    private final double[] factors;
    private final double[] decays;
    private final double[] before;
    private final double[] seen;

    BlockwiseOptimizer(StepOptimizer inner, ParameterBlocks blocks, double[] factors, double[] decays) {
        this.inner = inner;
        this.blocks = blocks;
        this.factors = factors;
        this.decays = decays;
        this.before = new double[blocks.size()];
        this.seen = new double[blocks.size()];
    }

    @Override
    public void step(double[] parameters, double[] gradient) {
        Vectors.requireStep(parameters, gradient, 0);
        if (parameters.length != blocks.size()) {
            throw new IllegalArgumentException(
                    "parameters has length " + parameters.length + ", the blocks have " + blocks.size());
        }
        Vectors.copy(parameters, before);
        Vectors.copy(gradient, seen);
        for (int b = 0; b < factors.length; b++) {
            if (factors[b] == 0.0) {
                ParameterBlocks.Block block = blocks.blocks().get(b);
                Arrays.fill(seen, block.offset(), block.end(), 0.0);
            }
        }
        inner.step(parameters, seen);
        for (int b = 0; b < factors.length; b++) {
            if (factors[b] != 1.0 || decays[b] != 0.0) {
                change(parameters, blocks.blocks().get(b), factors[b], decays[b]);
            }
        }
    }

    private void change(double[] parameters, ParameterBlocks.Block block, double factor, double decay) {
        for (int i = block.offset(); i < block.end(); i++) {
            double old = before[i];
            parameters[i] = factor == 0.0 ? old : old + factor * (parameters[i] - old) - decay * old;
        }
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
