package dev.pullback.runtime;

import java.util.Arrays;

/**
 * Derivatives of {@code Arrays.sort}, in the form that generated code has for methods that overwrite an array: each element's adjoint
 * goes to where the element stood before, its tangent to where it stands then. Sorting is smooth where no two elements are equal; equal ones keep their order, which
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
        int[] order = sort(a, from, to, workspace);
        giveBack(aBar, from, to, order, workspace);
    }

    /**
     * Sorts a vector and its tangent with it.
     *
     * @param a sorted in place
     * @param aDot the tangent of the vector before; overwritten by that of the sorted one
     * @param workspace arrays to reuse
     */
    public static void sortPushforward(double[] a, double[] aDot, Workspace workspace) {
        sortPushforward(a, 0, a.length, aDot, workspace);
    }

    /**
     * Sorts a range of a vector and of its tangent likewise.
     *
     * @param a sorted in place from {@code from} to {@code to}
     * @param from the first index of the range
     * @param to the index behind the range
     * @param aDot the tangent of the vector before; overwritten by that of the vector after
     * @param workspace arrays to reuse
     * @throws IllegalArgumentException if {@code from} is larger than {@code to}
     * @throws ArrayIndexOutOfBoundsException if the range is not inside the vector
     */
    public static void sortPushforward(double[] a, int from, int to, double[] aDot, Workspace workspace) {
        int[] order = sort(a, from, to, workspace);
        double[] dots = copy(aDot, from, to, workspace);
        for (int i = 0; i < to - from; i++) {
            aDot[from + i] = dots[order[i]];
        }
    }

    /**
     * What {@link #sortPullback(double[], double[], Workspace)} does, and the tangent of that: sorting is linear, so that the tangent
     * of the vector has no influence.
     *
     * @param a sorted in place
     * @param aBar as for the pullback
     * @param aDot the tangent of the vector before; not used
     * @param aBarDot the tangent of {@code aBar}; overwritten by that of what overwrites it
     * @param workspace arrays to reuse
     */
    public static void sortPullbackPushforward(
            double[] a, double[] aBar, double[] aDot, double[] aBarDot, Workspace workspace) {
        sortPullbackPushforward(a, 0, a.length, aBar, aDot, aBarDot, workspace);
    }

    /**
     * What {@link #sortPullback(double[], int, int, double[], Workspace)} does, and the tangent of that.
     *
     * @param a sorted in place from {@code from} to {@code to}
     * @param from the first index of the range
     * @param to the index behind the range
     * @param aBar as for the pullback
     * @param aDot the tangent of the vector before; not used
     * @param aBarDot the tangent of {@code aBar}; overwritten by that of what overwrites it
     * @param workspace arrays to reuse
     * @throws IllegalArgumentException if {@code from} is larger than {@code to}
     * @throws ArrayIndexOutOfBoundsException if the range is not inside the vector
     */
    public static void sortPullbackPushforward(
            double[] a, int from, int to, double[] aBar, double[] aDot, double[] aBarDot, Workspace workspace) {
        int[] order = sort(a, from, to, workspace);
        giveBack(aBar, from, to, order, workspace);
        giveBack(aBarDot, from, to, order, workspace);
    }

    /**
     * What {@link #sortPullbackPushforward(double[], double[], double[], double[], Workspace)} does, and the tangent of that.
     *
     * @param a sorted in place
     * @param aBar as for the pullback
     * @param aDot the tangent of the vector before; not used
     * @param aBarDot as for the pushforward of the pullback
     * @param aDot2 the second tangent of the vector before; not used
     * @param aBarDot2 the second tangent of {@code aBar}; overwritten by that of what overwrites it
     * @param aDotDot2 the second tangent of {@code aDot}; not used
     * @param aBarDotDot2 the second tangent of {@code aBarDot}; overwritten by that of what overwrites it
     * @param workspace arrays to reuse
     */
    public static void sortPullbackThirdOrder(
            double[] a,
            double[] aBar,
            double[] aDot,
            double[] aBarDot,
            double[] aDot2,
            double[] aBarDot2,
            double[] aDotDot2,
            double[] aBarDotDot2,
            Workspace workspace) {
        sortPullbackThirdOrder(a, 0, a.length, aBar, aDot, aBarDot, aDot2, aBarDot2, aDotDot2, aBarDotDot2, workspace);
    }

    /**
     * What {@link #sortPullbackPushforward(double[], int, int, double[], double[], double[], Workspace)} does, and the tangent of that.
     *
     * @param a sorted in place from {@code from} to {@code to}
     * @param from the first index of the range
     * @param to the index behind the range
     * @param aBar as for the pullback
     * @param aDot the tangent of the vector before; not used
     * @param aBarDot as for the pushforward of the pullback
     * @param aDot2 the second tangent of the vector before; not used
     * @param aBarDot2 the second tangent of {@code aBar}; overwritten by that of what overwrites it
     * @param aDotDot2 the second tangent of {@code aDot}; not used
     * @param aBarDotDot2 the second tangent of {@code aBarDot}; overwritten by that of what overwrites it
     * @param workspace arrays to reuse
     * @throws IllegalArgumentException if {@code from} is larger than {@code to}
     * @throws ArrayIndexOutOfBoundsException if the range is not inside the vector
     */
    public static void sortPullbackThirdOrder(
            double[] a,
            int from,
            int to,
            double[] aBar,
            double[] aDot,
            double[] aBarDot,
            double[] aDot2,
            double[] aBarDot2,
            double[] aDotDot2,
            double[] aBarDotDot2,
            Workspace workspace) {
        int[] order = sort(a, from, to, workspace);
        giveBack(aBar, from, to, order, workspace);
        giveBack(aBarDot, from, to, order, workspace);
        giveBack(aBarDot2, from, to, order, workspace);
        giveBack(aBarDotDot2, from, to, order, workspace);
    }

    /**
     * Sorts a vector and the power series of its elements with it.
     *
     * @param a sorted in place
     * @param aSeries one series per element before; overwritten by those of the sorted vector
     * @param terms the number of coefficients
     * @param workspace arrays to reuse
     */
    public static void sortSeries(double[] a, double[][] aSeries, int terms, Workspace workspace) {
        sortSeries(a, 0, a.length, aSeries, terms, workspace);
    }

    /**
     * Sorts a range of a vector and the power series of its elements likewise.
     *
     * @param a sorted in place from {@code from} to {@code to}
     * @param from the first index of the range
     * @param to the index behind the range
     * @param aSeries one series per element of the vector before; overwritten by those of the vector after
     * @param terms the number of coefficients
     * @param workspace arrays to reuse
     * @throws IllegalArgumentException if {@code from} is larger than {@code to}
     * @throws ArrayIndexOutOfBoundsException if the range is not inside the vector
     */
    public static void sortSeries(double[] a, int from, int to, double[][] aSeries, int terms, Workspace workspace) {
        int[] order = sort(a, from, to, workspace);
        double[][] before = workspace.scratch(0, to - from, terms);
        for (int i = 0; i < to - from; i++) {
            Shapes.copy(aSeries[from + i], before[i]);
        }
        for (int i = 0; i < to - from; i++) {
            Shapes.copy(before[order[i]], aSeries[from + i]);
        }
    }

    /** Sorts, and gives the indices, from the start of the range, at which the elements stood. */
    private static int[] sort(double[] a, int from, int to, Workspace workspace) {
        int count = to - from;
        double[] before = workspace.doubles(0, Math.max(0, count));
        if (count > 0 && from >= 0 && to <= a.length) {
            System.arraycopy(a, from, before, 0, count);
        }
        Arrays.sort(a, from, to);
        return order(before, count, workspace);
    }

    private static void giveBack(double[] bar, int from, int to, int[] order, Workspace workspace) {
        double[] bars = copy(bar, from, to, workspace);
        for (int i = 0; i < to - from; i++) {
            bar[from + order[i]] = bars[i];
        }
    }

    private static double[] copy(double[] array, int from, int to, Workspace workspace) {
        double[] copy = workspace.doubles(1, to - from);
        System.arraycopy(array, from, copy, 0, to - from);
        return copy;
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
