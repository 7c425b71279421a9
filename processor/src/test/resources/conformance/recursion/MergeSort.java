package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7]
// args: double[2]
// args: double[0]
/** Sorting by merging, with one buffer for all calls, whose content from before nobody needs. */
public final class MergeSort {

    private MergeSort() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] values) {
        double[] a = new double[values.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = values[i] * values[i];
        }
        sort(a, new double[a.length], 0, a.length);
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    private static void sort(double[] a, double[] merged, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) / 2;
        sort(a, merged, from, middle);
        sort(a, merged, middle, to);
        int i = from;
        int j = middle;
        for (int k = from; k < to; k++) {
            merged[k] = i < middle && (j >= to || a[i] <= a[j]) ? a[i++] : a[j++];
        }
        for (int k = from; k < to; k++) {
            a[k] = merged[k];
        }
    }
}
