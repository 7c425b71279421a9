package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[7], double in [1, 2]
// args: double[4], double in [1, 2]
// args: double[1], double in [1, 2]
/** A method that returns a number and overwrites its array on the way: the element in the middle of the order. */
public final class QuickSelect {

    private QuickSelect() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] values, double c) {
        double[] a = values.clone();
        a[0] *= c;
        double middle = select(a, 0, a.length - 1, a.length / 2);
        return middle * select(values, 0, 0, 0) * c + a[0];
    }

    private static double select(double[] a, int low, int high, int k) {
        if (low == high) {
            return a[low];
        }
        double pivot = a[(low + high) / 2];
        int i = low;
        int j = high;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                double t = a[i];
                a[i] = a[j];
                a[j] = t;
                i++;
                j--;
            }
        }
        if (k <= j) {
            return select(a, low, j, k);
        } else if (k >= i) {
            return select(a, i, high, k);
        }
        return a[k];
    }
}
