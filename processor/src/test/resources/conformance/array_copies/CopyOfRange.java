package conformance.array_copies;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// args: double[4], int 1, int 3
// args: double[4], int 2, int 6
// args: double[4], int 4, int 5
// args: double[4], int 2, int 2
// args: double[4], int 3, int 2
// args: double[4], int -1, int 2
// args: double[4], int 5, int 7
/** Ranges inside, behind the end, empty, and wrong ones. */
public final class CopyOfRange {

    private CopyOfRange() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, int from, int to) {
        double[] b = Arrays.copyOfRange(a, from, to);
        double s = a[0] * b.length;
        for (int i = 0; i < b.length; i++) {
            b[i] += 0.5 * i;
            s += b[i] * b[i] * a[i];
        }
        int[] numbers = {1, 2, 3};
        int[] rest = Arrays.copyOfRange(numbers, 1, numbers.length);
        return s * rest[1];
    }
}
