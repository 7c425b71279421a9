package dev.pullback.runtime.checkpoint;

import java.util.Arrays;

/**
 * Snapshots of one size, each a run of {@code double} and of {@code long} values. Small ones share arrays; memory grows with the
 * number of snapshots that were ever alive at the same time.
 */
final class Snapshots {
    private static final int CHUNK = 4096;
    private static final double[][] NO_REALS = {};
    private static final long[][] NO_INTEGERS = {};

    private int realCount;
    private int integerCount;
    private int perChunk = 1;
    private double[][] reals = NO_REALS;
    private long[][] integers = NO_INTEGERS;

    /** Sets the size of a snapshot; what was kept is lost, the memory is used again if the size is the same. */
    void resize(int newRealCount, int newIntegerCount) {
        if (newRealCount == realCount && newIntegerCount == integerCount) {
            return;
        }
        realCount = newRealCount;
        integerCount = newIntegerCount;
        perChunk = Math.max(1, CHUNK / Math.max(1, realCount + integerCount));
        reals = NO_REALS;
        integers = NO_INTEGERS;
    }

    /** The bytes of one snapshot. */
    long bytes() {
        return 8L * ((long) realCount + integerCount);
    }

    /** How many {@code double} values a snapshot has. */
    int realCount() {
        return realCount;
    }

    /** How many {@code long} values a snapshot has. */
    int integerCount() {
        return integerCount;
    }

    /** Makes room for snapshot {@code row}. */
    void reserve(int row) {
        int chunk = row / perChunk;
        if (chunk >= reals.length) {
            int longer = Math.max(4, 2 * chunk);
            reals = Arrays.copyOf(reals, longer);
            integers = Arrays.copyOf(integers, longer);
        }
        if (reals[chunk] == null) {
            reals[chunk] = new double[realCount * perChunk];
            integers[chunk] = new long[integerCount * perChunk];
        }
    }

    /** The array that holds the {@code double} values of a snapshot. */
    double[] reals(int row) {
        return reals[row / perChunk];
    }

    /** The array that holds the {@code long} values of a snapshot. */
    long[] integers(int row) {
        return integers[row / perChunk];
    }

    /** Where the {@code double} values of a snapshot begin. */
    int firstReal(int row) {
        return row % perChunk * realCount;
    }

    /** Where the {@code long} values of a snapshot begin. */
    int firstInteger(int row) {
        return row % perChunk * integerCount;
    }
}
