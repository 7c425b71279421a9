package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Objects;

/**
 * LAMB: Adam whose step in each block of parameters is as long as the block, for very large minibatches.
 *
 * <p>In each block {@code r = mHat / (sqrt(vHat) + epsilon) + weightDecay theta} with the moments of {@link Adam}, then {@code
 * theta = theta - rate (|theta| / |r|) r}; the quotient is 1 where a norm is zero.
 *
 * <p>Source: You, Li, Reddi, Hseu, Kumar, Bhojanapalli, Song, Demmel, Keutzer and Hsieh 2020, "Large Batch Optimization for
 * Deep Learning: Training BERT in 76 minutes", algorithm 2.
 *
 * <p>An instance holds the state of one run and is not thread-safe.
 */
public final class Lamb extends AdaptiveMoments {

    private final ParameterBlocks blocks;
    private final double weightDecay;
    private double[] direction = {};

    /**
     * Creates the optimizer.
     *
     * @param settings learning rate, decays and epsilon, as those of {@link Adam}
     * @param blocks the layers
     * @param weightDecay the strength of the decay, not negative
     * @throws IllegalArgumentException if the decay is out of range
     */
    public Lamb(Adam.Settings settings, ParameterBlocks blocks, double weightDecay) {
        super(settings, "firstMoment", "secondMoment");
        this.blocks = Objects.requireNonNull(blocks, "blocks is null");
        this.weightDecay = Arguments.requireNotNegative(weightDecay, "weightDecay");
    }

    @Override
    void update(double[] parameters, double[] gradient, double rate) {
        double[] firstMoment = vector(0);
        double[] secondMoment = vector(1);
        double firstCorrection = 1.0 - Vectors.power(beta1, steps());
        double secondCorrection = 1.0 - Vectors.power(beta2, steps());
        if (direction.length != parameters.length) {
            direction = new double[parameters.length];
        }
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            double m = beta1 * firstMoment[i] + (1.0 - beta1) * g;
            double v = beta2 * secondMoment[i] + (1.0 - beta2) * (g * g);
            firstMoment[i] = m;
            secondMoment[i] = v;
            direction[i] =
                    (m / firstCorrection) / (Math.sqrt(v / secondCorrection) + epsilon) + weightDecay * parameters[i];
        }
        for (int b = 0; b < blocks.blocks().size(); b++) {
            ParameterBlocks.Block block = blocks.blocks().get(b);
            double length = Vectors.norm(parameters, block.offset(), block.end());
            double stride = Vectors.norm(direction, block.offset(), block.end());
            double trust = length > 0.0 && stride > 0.0 ? length / stride : 1.0;
            for (int i = block.offset(); i < block.end(); i++) {
                parameters[i] -= rate * trust * direction[i];
            }
        }
    }

    @Override
    void requireSize(int parameters) {
        if (parameters != blocks.size()) {
            throw new IllegalArgumentException(
                    "parameters has length " + parameters + ", the blocks have " + blocks.size());
        }
    }
}
