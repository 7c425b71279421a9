package dev.pullback.runtime.checkpoint;

import java.util.Arrays;

/**
 * The snapshots of one loop, for generated code. It saves the state before the loop and before every iteration that is {@linkplain
 * #isDue due}. To reverse an iteration it {@linkplain #restart restarts} at the last snapshot before it, restores the state, and
 * runs the iterations in between again, with snapshots where these are due.
 *
 * <p>The items of a state are numbered. Every snapshot holds the same items in the same order, arrays with all their elements.
 *
 * <p><b>Threads.</b> Confined to one thread at a time, like the workspace that it belongs to.
 */
public final class Checkpoints {
    private static final int NEVER = -1;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final CheckpointSchedule REVOLVE = new Revolve();
    private static final CheckpointSchedule STORE_ALL = new StoreAll();

    private final Snapshots snapshots = new Snapshots();
    private CheckpointSchedule schedule = STORE_ALL;
    private long budget;
    private int capacity;

    /** The end of the stretch that runs. */
    private int end;

    private int stride;

    /** Numbers of steps, ascending, and where their snapshots are kept; behind the live ones the free places. */
    private int[] positions = new int[16];

    private int[] rows = new int[16];
    private int count;
    private int next = NEVER;

    private int[] offsets = new int[8];

    /** The first snapshot is put here, until the size of all of them is known. */
    private double[] stagedReals = new double[16];

    private long[] stagedIntegers = new long[4];

    private double[] reals = stagedReals;
    private long[] integers = stagedIntegers;
    private int firstReal;
    private int firstInteger;
    private int realCount;
    private int integerCount;

    private int steps;
    private int most;
    private long stepsRun;

    /** Creates an object without snapshots. */
    public Checkpoints() {
        Arrays.setAll(rows, i -> i);
    }

    /**
     * Starts a loop of known length with the binomial schedule.
     *
     * @param length the number of iterations, or a negative number for none
     * @param limit the greatest number of snapshots, at least one; 0 for as many as fit
     * @param bytes the memory for snapshots; 0 for no limit
     */
    public void revolve(int length, int limit, long bytes) {
        start(REVOLVE, Math.max(length, 0), limit, bytes);
    }

    /**
     * Starts a loop of unknown length with a limited number of snapshots: when there is no more room every second one is given
     * up. To run iterations again, once their number is known, the binomial schedule is used.
     *
     * @param limit the greatest number of snapshots, at least one; 0 for as many as fit
     * @param bytes the memory for snapshots; 0 for no limit
     */
    public void revolve(int limit, long bytes) {
        start(REVOLVE, CheckpointSchedule.UNKNOWN_END, limit, bytes);
    }

    /**
     * Starts a loop with a snapshot every so many iterations.
     *
     * @param length the number of iterations, or a negative number for none
     * @param period the iterations from one snapshot to the next, at least one
     */
    public void periodic(int length, int period) {
        start(new Periodic(period), Math.max(length, 0), 0, 0);
    }

    /**
     * Starts a loop of unknown length with a snapshot every so many iterations.
     *
     * @param period the iterations from one snapshot to the next, at least one
     */
    public void periodic(int period) {
        start(new Periodic(period), CheckpointSchedule.UNKNOWN_END, 0, 0);
    }

    /** Starts a loop with a snapshot before every iteration. */
    public void storeAll() {
        start(STORE_ALL, CheckpointSchedule.UNKNOWN_END, 0, 0);
    }

    private void start(CheckpointSchedule chosen, int length, int limit, long bytes) {
        schedule = chosen;
        end = length;
        capacity = limit == 0 ? NO_LIMIT : limit;
        budget = bytes;
        stride = 1;
        count = 0;
        next = NEVER;
        firstReal = 0;
        firstInteger = 0;
        realCount = 0;
        integerCount = 0;
        reals = stagedReals;
        integers = stagedIntegers;
        steps = 0;
        most = 0;
        stepsRun = 0;
    }

    // ---- saving ----

    /**
     * Whether a snapshot is to be taken before an iteration.
     *
     * @param step the number of the iteration, from zero
     * @return whether to put the items of the state, and to commit them
     */
    public boolean isDue(int step) {
        return step == next;
    }

    /**
     * Puts a number into the snapshot that is being taken.
     *
     * @param item the number of the item
     * @param value its value
     */
    public void put(int item, double value) {
        locate(item, realCount);
        reserveReals(1);
        reals[firstReal + realCount++] = value;
    }

    /**
     * Puts an integer into the snapshot that is being taken.
     *
     * @param item the number of the item
     * @param value its value
     */
    public void put(int item, long value) {
        locate(item, integerCount);
        reserveIntegers(1);
        integers[firstInteger + integerCount++] = value;
    }

    /**
     * Puts a truth value into the snapshot that is being taken.
     *
     * @param item the number of the item
     * @param value its value
     */
    public void put(int item, boolean value) {
        put(item, value ? 1L : 0L);
    }

    /**
     * Puts the elements of an array into the snapshot that is being taken.
     *
     * @param item the number of the item
     * @param array an array of primitive elements, with any number of dimensions
     */
    public void put(int item, Object array) {
        if (RealArrays.is(array)) {
            locate(item, realCount);
            reserveReals(RealArrays.size(array));
            realCount = RealArrays.save(array, reals, firstReal + realCount) - firstReal;
        } else {
            locate(item, integerCount);
            reserveIntegers(IntegerArrays.size(array));
            integerCount = IntegerArrays.save(array, integers, firstInteger + integerCount) - firstInteger;
        }
    }

    /**
     * Ends the snapshot that is being taken.
     *
     * @param step the number of the iteration that comes next
     * @throws IllegalStateException if the budget is too small for one snapshot
     */
    public void commit(int step) {
        if (count == 0) {
            seal();
        } else if (realCount != snapshots.realCount() || integerCount != snapshots.integerCount()) {
            throw changedSize();
        }
        reservePlaces();
        positions[count++] = step;
        most = Math.max(most, count);
        next = end == CheckpointSchedule.UNKNOWN_END && capacity != NO_LIMIT ? thin() : schedule(step);
        open();
    }

    /** After the first snapshot the size of all of them is known. */
    private void seal() {
        snapshots.resize(realCount, integerCount);
        long bytes = Math.max(1, snapshots.bytes());
        if (budget != 0) {
            if (bytes > budget) {
                throw new IllegalStateException("a snapshot takes " + bytes + " bytes, more than the budget of "
                        + budget + " bytes that @Checkpointed gives");
            }
            capacity = (int) Math.min(capacity, budget / bytes);
        }
        reservePlaces();
        snapshots.reserve(rows[0]);
        System.arraycopy(stagedReals, 0, snapshots.reals(rows[0]), snapshots.firstReal(rows[0]), realCount);
        System.arraycopy(stagedIntegers, 0, snapshots.integers(rows[0]), snapshots.firstInteger(rows[0]), integerCount);
    }

    /** Keeps every second snapshot when there is no room for another one; returns the step of the next one. */
    private int thin() {
        if (count == capacity) {
            int kept = 0;
            for (int i = 0; i < count; i += 2) {
                int row = rows[i];
                rows[i] = rows[kept];
                rows[kept] = row;
                positions[kept++] = positions[i];
            }
            count = kept;
            stride = 2 * stride;
        }
        long following = (long) positions[count - 1] + stride;
        return capacity == 1 || following >= CheckpointSchedule.UNKNOWN_END ? NEVER : (int) following;
    }

    private int schedule(int from) {
        int following = schedule.next(from, end, capacity - count);
        return following < end ? following : NEVER;
    }

    // ---- restoring ----

    /**
     * Goes back to the last snapshot that leads to an iteration, and gives up all later ones. The iterations from {@link
     * #position()} on are to be run again.
     *
     * @param step the number of the iteration that is to be reversed
     */
    public void restart(int step) {
        if (stepsRun == 0) {
            steps = step + 1;
            stepsRun = steps;
            if (end == CheckpointSchedule.UNKNOWN_END && capacity != NO_LIMIT && startingAgainIsFaster()) {
                count = 1;
            }
        }
        while (positions[count - 1] > step) {
            count--;
        }
        end = step + 1;
        stepsRun += step - position();
        next = schedule(position());
        open();
    }

    /** Whether the best schedule for the whole loop, now that its length is known, beats the snapshots that there are. */
    private boolean startingAgainIsFaster() {
        long rest = 0;
        int behind = steps;
        for (int i = count - 1; i >= 0; i--) {
            rest += Revolve.fewestSteps(behind - positions[i], capacity - i);
            behind = positions[i];
        }
        return Revolve.fewestSteps(steps, capacity) < rest;
    }

    /** Goes back to the state before the loop. */
    public void rewind() {
        count = 1;
        next = NEVER;
    }

    /**
     * The iteration before which the last snapshot was taken.
     *
     * @return its number, from zero
     */
    public int position() {
        return positions[count - 1];
    }

    /**
     * A number of the last snapshot.
     *
     * @param item the number of the item
     * @return its value
     */
    public double real(int item) {
        int row = rows[count - 1];
        return snapshots.reals(row)[snapshots.firstReal(row) + offsets[item]];
    }

    /**
     * An integer of the last snapshot.
     *
     * @param item the number of the item
     * @return its value
     */
    public long integer(int item) {
        int row = rows[count - 1];
        return snapshots.integers(row)[snapshots.firstInteger(row) + offsets[item]];
    }

    /**
     * A truth value of the last snapshot.
     *
     * @param item the number of the item
     * @return its value
     */
    public boolean flag(int item) {
        return integer(item) != 0;
    }

    /**
     * Gives an array the elements that it had at the last snapshot.
     *
     * @param item the number of the item
     * @param array the array that was put
     */
    public void restore(int item, Object array) {
        int row = rows[count - 1];
        if (RealArrays.is(array)) {
            RealArrays.restore(array, snapshots.reals(row), snapshots.firstReal(row) + offsets[item]);
        } else {
            IntegerArrays.restore(array, snapshots.integers(row), snapshots.firstInteger(row) + offsets[item]);
        }
    }

    /**
     * What the last loop cost.
     *
     * @return the report, complete when the loop has been reversed
     */
    public CheckpointReport report() {
        return new CheckpointReport(steps, most, snapshots.bytes(), stepsRun);
    }

    // ---- places ----

    /** Makes a free place, if there is one, that of the snapshot to be taken next. */
    private void open() {
        if (count == capacity) {
            return;
        }
        reservePlaces();
        int row = rows[count];
        snapshots.reserve(row);
        reals = snapshots.reals(row);
        integers = snapshots.integers(row);
        firstReal = snapshots.firstReal(row);
        firstInteger = snapshots.firstInteger(row);
        realCount = 0;
        integerCount = 0;
    }

    private void reservePlaces() {
        if (count < positions.length) {
            return;
        }
        positions = Arrays.copyOf(positions, 2 * count);
        rows = Arrays.copyOf(rows, 2 * count);
        for (int i = count; i < rows.length; i++) {
            rows[i] = i;
        }
    }

    private void locate(int item, int offset) {
        if (item >= offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * item);
        }
        offsets[item] = offset;
    }

    private void reserveReals(int more) {
        if (count == 0) {
            if (realCount + more > reals.length) {
                stagedReals = Arrays.copyOf(reals, Math.max(2 * reals.length, realCount + more));
                reals = stagedReals;
            }
        } else if (realCount + more > snapshots.realCount()) {
            throw changedSize();
        }
    }

    private void reserveIntegers(int more) {
        if (count == 0) {
            if (integerCount + more > integers.length) {
                stagedIntegers = Arrays.copyOf(integers, Math.max(2 * integers.length, integerCount + more));
                integers = stagedIntegers;
            }
        } else if (integerCount + more > snapshots.integerCount()) {
            throw changedSize();
        }
    }

    private static IllegalStateException changedSize() {
        return new IllegalStateException("an array of the state changed its size while the loop ran");
    }
}
