package dev.pullback.runtime.checkpoint;

import java.util.Locale;

/**
 * What the checkpoints of one loop cost, the last time that it was reversed.
 *
 * @param steps the iterations of the loop
 * @param snapshots how many were kept at the same time at most, with that of the state before the loop
 * @param snapshotBytes the size of one snapshot
 * @param stepsRun the iterations that ran without being reversed at once: the first sweep and all that ran again
 */
public record CheckpointReport(int steps, int snapshots, long snapshotBytes, long stepsRun) {

    /**
     * The memory that the snapshots took at most.
     *
     * @return bytes, without what the virtual machine adds to arrays
     */
    public long bytes() {
        return snapshots * snapshotBytes;
    }

    /**
     * How often each iteration ran on average, without the run in which it was reversed: 1 if nothing ran again.
     *
     * @return the factor; 0 for a loop without iterations
     */
    public double recomputationFactor() {
        return steps == 0 ? 0 : (double) stepsRun / steps;
    }

    /**
     * The least factor that is possible with so many snapshots: that of the binomial schedule for a known number of iterations.
     * It ends before the last iteration; a sweep that runs that one, too, because what comes after the loop needs it, can
     * be longer by as much as is run again for the last snapshot.
     *
     * @return the factor; 0 for a loop without iterations
     */
    public double optimalFactor() {
        return steps == 0 ? 0 : (double) Revolve.fewestSteps(steps, snapshots) / steps;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d steps, %,d snapshots of %,d bytes; each step ran %.3f times (optimum %.3f)",
                steps,
                snapshots,
                snapshotBytes,
                recomputationFactor(),
                optimalFactor());
    }
}
