package dev.pullback.runtime;

import java.util.Arrays;

/**
 * Pullbacks of {@code Arrays.sort}, in the form that generated code has for methods that overwrite an array: each element's adjoint
 * goes to where the element stood before. Sorting is smooth where no two elements are equal; equal ones keep their order, which
 * makes the derivative one of the one-sided ones. Thread-safe.
 */
public final class Sorting {

    private Sorting() {}

    /**
     * Sorts a vector and takes the adjoint of the sorted one back to that of the vector before.
     *
     * @param a sorted in place
     * @param aBar the adjoint of the sorted vector; overwritten by the adjoint of the vector before
     * @param workspace arrays to reuse
     */
    public static void sortPullback(double[] a, double[] aBar, Workspace workspace) {
        sortPullback(a, 0, a.length, aBar, workspace);
    }

    /**
     * Sorts a range of a vector and takes the adjoint back likewise.
     *
     * @param a sorted in place from {@code from} to {@code to}
     * @param from the first index of the range
     * @param to the index behind the range
     * @param aBar the adjoint of the vector after; overwritten by that of the vector before
     * @param workspace arrays to reuse
     * @throws IllegalArgumentException if {@code from} is larger than {@code to}
     * @throws ArrayIndexOutOfBoundsException if the range is not inside the vector
     */
    public static void sortPullback(double[] a, int from, int to, double[] aBar, Workspace workspace) {
        int count = to - from;
        double[] before = workspace.doubles(0, Math.max(0, count));
        if (count > 0 && from >= 0 && to <= a.length) {
            System.arraycopy(a, from, before, 0, count);
        }
        Arrays.sort(a, from, to);
        int[] order = order(before, count, workspace);
        double[] bars = workspace.doubles(1, count);
        System.arraycopy(aBar, from, bars, 0, count);
        for (int i = 0; i < count; i++) {
            aBar[from + order[i]] = bars[i];
        }
    }

    /** The indices of the elements in ascending order, equal ones as they stand: merging runs of growing length. */
    private static int[] order(double[] values, int count, Workspace workspace) {
        int[] order = workspace.ints(0, count);
        int[] merged = workspace.ints(1, count);
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (long run = 1; run < count; run *= 2) {
            for (long start = 0; start < count; start += 2 * run) {
                int middle = (int) Math.min(start + run, count);
                int end = (int) Math.min(start + 2 * run, count);
                merge(values, order, merged, (int) start, middle, end);
            }
            int[] next = merged;
            merged = order;
            order = next;
        }
        return order;
    }

    private static void merge(double[] values, int[] from, int[] into, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesLeft =
                    left < middle && (right == end || Double.compare(values[from[left]], values[from[right]]) <= 0);
            into[i] = takesLeft ? from[left++] : from[right++];
        }
    }
}
