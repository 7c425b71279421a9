package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.Schedule;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * LARS: momentum whose rate in each block of parameters follows from the lengths of block and gradient, for large minibatches.
 *
 * <pre>{@code
 * local = trust |theta| / (|g| + weightDecay |theta|)      (1 where a norm is zero)
 * v     = decay v + rate local (g + weightDecay theta)
 * theta = theta - v
 * }</pre>
 *
 * <p>Source: You, Gitman and Ginsburg 2017, "Large Batch Training of Convolutional Networks", algorithm 1.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Lars extends FirstOrderMethod {

    private final ParameterBlocks blocks;
    private final double decay;
    private final double trust;
    private final double weightDecay;

    /**
     * Creates the optimizer.
     *
     * @param learningRate the learning rate over the steps
     * @param blocks the layers
     * @param decay the share of the velocity that stays, in [0, 1), 0.9 in the paper
     * @param trust the length of a step relative to the block, positive, 0.001 in the paper
     * @param weightDecay the strength of the decay, not negative, 0.0005 in the paper
     * @throws IllegalArgumentException if a number is out of range
     */
    public Lars(Schedule learningRate, ParameterBlocks blocks, double decay, double trust, double weightDecay) {
        super(learningRate, "velocity");
        this.blocks = Objects.requireNonNull(blocks, "blocks is null");
        this.decay = Arguments.requireDecay(decay, "decay");
        this.trust = Arguments.requirePositive(trust, "trust");
        this.weightDecay = Arguments.requireNotNegative(weightDecay, "weightDecay");
    }

    @Override
    void requireSize(int parameters) {
        if (parameters != blocks.size()) {
            throw new IllegalArgumentException(
                    "parameters has length " + parameters + ", the blocks have " + blocks.size());
        }
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] velocity = vector(0);
        for (int b = 0; b < blocks.blocks().size(); b++) {
            ParameterBlocks.Block block = blocks.blocks().get(b);
            double length = Vectors.norm(parameters, block.offset(), block.end());
            double slope = Vectors.norm(gradient, block.offset(), block.end());
            double local = length > 0.0 && slope > 0.0 ? trust * length / (slope + weightDecay * length) : 1.0;
            for (int i = block.offset(); i < block.end(); i++) {
                double v = decay * velocity[i] + rate * local * (gradient[i] + weightDecay * parameters[i]);
                velocity[i] = v;
                parameters[i] -= v;
            }
        }
    }
}
