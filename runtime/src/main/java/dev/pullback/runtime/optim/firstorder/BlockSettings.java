package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.StepOptimizer;
import dev.pullback.runtime.optim.run.Arguments;
import java.util.Arrays;
import java.util.Objects;

/**
 * Settings by the name of a block of parameters: a factor of the learning rate, decay, or no change at all.
 *
 * <pre>{@code
 * StepOptimizer optimizer = BlockSettings.of(objective.parameterBlocks(n))
 *         .frozen("embedding")
 *         .learningRate("head", 10.0)
 *         .decay("weights", 1e-4)
 *         .apply(new Adam(1e-3));
 * }</pre>
 *
 * <p>With step s of the inner optimizer a parameter of the block becomes {@code theta + factor s - decay theta}. A frozen
 * block keeps its bits, and the inner optimizer sees zeros as its gradient. Immutable and thread-safe.
 */
public final class BlockSettings {

    private final ParameterBlocks blocks;
    /** Factors of the learning rate, one per block; 0 means frozen. */
    private final double[] factors;

    private final double[] decays;

    private BlockSettings(ParameterBlocks blocks, double[] factors, double[] decays) {
        this.blocks = blocks;
        this.factors = factors;
        this.decays = decays;
    }

    /**
     * Settings that change nothing yet.
     *
     * @param blocks the blocks, of a generated objective for example
     * @return the settings
     */
    public static BlockSettings of(ParameterBlocks blocks) {
        int count = Objects.requireNonNull(blocks, "blocks is null").blocks().size();
        double[] factors = new double[count];
        Arrays.fill(factors, 1.0);
        return new BlockSettings(blocks, factors, new double[count]);
    }

    /**
     * Multiplies the steps of a block.
     *
     * @param name the block's name
     * @param factor the factor, positive
     * @return changed settings
     * @throws IllegalArgumentException if there is no such block or the factor is not positive
     */
    public BlockSettings learningRate(String name, double factor) {
        Arguments.requirePositive(factor, "factor");
        return new BlockSettings(blocks, with(factors, name, factor), decays);
    }

    /**
     * Lets the parameters of a block decay in every step, whatever their gradient is.
     *
     * @param name the block's name
     * @param share the share of a parameter that a step takes away, in [0, 1)
     * @return changed settings
     * @throws IllegalArgumentException if there is no such block or the share is out of range
     */
    public BlockSettings decay(String name, double share) {
        Arguments.requireDecay(share, "share");
        return new BlockSettings(blocks, factors, with(decays, name, share));
    }

    /**
     * Keeps a block as it is.
     *
     * @param name the block's name
     * @return changed settings
     * @throws IllegalArgumentException if there is no such block
     */
    public BlockSettings frozen(String name) {
        return new BlockSettings(blocks, with(factors, name, 0.0), with(decays, name, 0.0));
    }

    private double[] with(double[] values, String name, double value) {
        double[] changed = values.clone();
        changed[blocks.blocks().indexOf(blocks.block(name))] = value;
        return changed;
    }

    /**
     * An optimizer with these settings. Its state is the inner optimizer's.
     *
     * @param optimizer the inner optimizer
     * @return the optimizer
     */
    public StepOptimizer apply(StepOptimizer optimizer) {
        Objects.requireNonNull(optimizer, "optimizer is null");
        return new BlockwiseOptimizer(optimizer, blocks, factors, decays);
    }
}
