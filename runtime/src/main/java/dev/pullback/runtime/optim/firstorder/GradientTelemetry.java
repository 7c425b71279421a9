package dev.pullback.runtime.optim.firstorder;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.optim.Listener;
import dev.pullback.runtime.optim.Progress;
import dev.pullback.runtime.optim.run.Arguments;
import dev.pullback.runtime.optim.run.Vectors;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Watches the size of the gradient in each block of parameters and flags blocks where it vanishes or explodes.
 *
 * <p>The size of a block's gradient is the root of its mean square, so that blocks of different lengths compare. A block is
 * flagged after some steps in a row with a size below or above the bounds, and an entry that is not finite counts as above.
 *
 * <p>It is a {@link Listener} of {@code minimize}; in a loop of your own call {@link #record} with every gradient. Not
 * thread-safe, allocates at construction only.
 */
public final class GradientTelemetry implements Listener {

    /** What the last gradients of a block look like. */
    public enum Verdict {
        /** Between the bounds, or not outside for long enough. */
        HEALTHY,
        /** So small that the block does not learn: saturated functions, many layers, bad scales. */
        VANISHING,
        /** So large that a step leaves the region it was computed for: clip, or lower the learning rate. */
        EXPLODING
    }

    private final ParameterBlocks blocks;
    private final double vanishing;
    private final double exploding;
    private final int patience;
    private final double[] gradient;
    private final double[] last;
    private final double[] least;
    private final double[] most;
    private final int[] below;
    private final int[] above;

    /**
     * Creates telemetry with the bounds 1e-7 and 1e3 over 5 steps.
     *
     * @param blocks the blocks to watch
     */
    public GradientTelemetry(ParameterBlocks blocks) {
        this(blocks, 1e-7, 1e3, 5);
    }

    /**
     * Creates telemetry.
     *
     * @param blocks the blocks to watch
     * @param vanishing sizes below this count as vanishing, not negative
     * @param exploding sizes above this count as exploding, more than {@code vanishing}
     * @param patience the steps in a row before a block is flagged, at least 1
     * @throws IllegalArgumentException if a number is out of range
     */
    public GradientTelemetry(ParameterBlocks blocks, double vanishing, double exploding, int patience) {
        this.blocks = Objects.requireNonNull(blocks, "blocks is null");
        this.vanishing = Arguments.requireNotNegative(vanishing, "vanishing");
        if (!(exploding > vanishing)) {
            throw new IllegalArgumentException("exploding must be more than vanishing, is " + exploding);
        }
        this.exploding = exploding;
        this.patience = Arguments.requireAtLeast(patience, 1, "patience");
        int count = blocks.blocks().size();
        this.gradient = new double[blocks.size()];
        this.last = new double[count];
        this.least = new double[count];
        this.most = new double[count];
        this.below = new int[count];
        this.above = new int[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    /**
     * Takes a gradient.
     *
     * @param newGradient the gradient, as long as the blocks together
     * @throws IllegalArgumentException if the length is another one
     */
    public void record(double[] newGradient) {
        Arguments.requireLength(newGradient, blocks.size(), "gradient");
        for (int b = 0; b < last.length; b++) {
            ParameterBlocks.Block block = blocks.blocks().get(b);
            double size =
                    Vectors.norm(newGradient, block.offset(), block.end()) / Math.sqrt(Math.max(block.length(), 1));
            last[b] = size;
            least[b] = Math.min(least[b], size);
            most[b] = Math.max(most[b], size);
            below[b] = size < vanishing ? below[b] + 1 : 0;
            above[b] = !(size <= exploding) ? above[b] + 1 : 0;
        }
    }

    @Override
    public Decision onIteration(Progress progress) {
        Arguments.requireLength(gradient, progress.dimension(), "the blocks");
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = progress.gradient(i);
        }
        record(gradient);
        return Decision.CONTINUE;
    }

    /**
     * The last size of a block's gradient.
     *
     * @param name the block's name
     * @return the root of the mean square; 0 before the first gradient
     * @throws IllegalArgumentException if there is no such block
     */
    public double size(String name) {
        return last[index(name)];
    }

    /**
     * The verdict on a block.
     *
     * @param name the block's name
     * @return the verdict over the last steps
     * @throws IllegalArgumentException if there is no such block
     */
    public Verdict verdict(String name) {
        return verdict(index(name));
    }

    private Verdict verdict(int index) {
        if (above[index] >= patience) {
            return Verdict.EXPLODING;
        }
        return below[index] >= patience ? Verdict.VANISHING : Verdict.HEALTHY;
    }

    private int index(String name) {
        return blocks.blocks().indexOf(blocks.block(name));
    }

    /**
     * A table of all blocks for a log.
     *
     * @return one line per block: name, verdict, last, least and largest size
     */
    public String report() {
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < last.length; b++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %-9s last %.3e  least %.3e  largest %.3e%n",
                    blocks.blocks().get(b).name(),
                    verdict(b),
                    last[b],
                    least[b],
                    most[b]));
        }
        return text.toString();
    }
}
