package dev.pullback.runtime.checkpoint;

/** A snapshot before every step: nothing runs again but the step that is reversed. */
public final class StoreAll implements CheckpointSchedule {

    /** Creates the schedule. */
    public StoreAll() {}

    @Override
    public int next(int from, int end, int free) {
        return free == 0 ? end : Math.min(from + 1, end);
    }
}
