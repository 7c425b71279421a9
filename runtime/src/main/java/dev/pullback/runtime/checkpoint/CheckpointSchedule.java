package dev.pullback.runtime.checkpoint;

/**
 * Where to take snapshots while a stretch of a loop runs. The stretch is reversed afterwards, from its last step to its first;
 * parts of it run again, with snapshots of their own.
 *
 * <p>Implementations have no state and may be shared between threads.
 */
public interface CheckpointSchedule {

    /** The end of a stretch that nobody knows yet. */
    int UNKNOWN_END = Integer.MAX_VALUE;

    /**
     * The next step to take a snapshot before.
     *
     * @param from the first step of the stretch; there is a snapshot of the state before it
     * @param end the step behind the last one, or {@link #UNKNOWN_END}
     * @param free how many more snapshots fit, not negative
     * @return a step between {@code from} and {@code end}, or {@code end} for no further snapshot
     */
    int next(int from, int end, int free);
}
