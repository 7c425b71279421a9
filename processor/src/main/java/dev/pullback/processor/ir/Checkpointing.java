package dev.pullback.processor.ir;

/**
 * How the state of a loop is kept for the reverse sweep, as the user asked for it.
 *
 * @param schedule where snapshots are taken
 * @param snapshots how many fit at most, 0 for no limit of their number
 * @param bytes the memory for them, 0 for no limit
 * @param period the iterations between two of a periodic schedule
 */
public record Checkpointing(Schedule schedule, int snapshots, long bytes, int period) {

    /** The schedules of the runtime. */
    public enum Schedule {
        REVOLVE,
        PERIODIC,
        STORE_ALL
    }
}
