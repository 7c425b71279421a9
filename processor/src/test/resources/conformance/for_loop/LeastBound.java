package conformance.for_loop;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 2147483647, int -2147483648
// args: double, int -2147483648, int 2147483647
// args: double, int 3, int 5
// args: double, int 5, int 3
/** Loops that do not run, since their bounds are the last numbers that there are, or the sums that overflow to them. */
public final class LeastBound {

    private LeastBound() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int high, int low) {
        double s = x;
        for (int i = 0; i < Math.min(low, 9); i++) {
            s += x * i;
        }
        int least = high < 0 ? high : low;
        for (int i = 0; i < least; i++) {
            s += 3 * x;
        }
        for (int i = 2; i < least; i++) {
            s = s * x + i;
        }
        for (int i = -1; i < least; i += 2) {
            s = Math.sin(s + x);
        }
        int greatest = Math.max(high, low);
        if (greatest > 100) {
            for (int i = 0; i < greatest + 1; i++) {
                s = Math.sin(s * x);
            }
            for (int i = 9; i > greatest; i--) {
                s = Math.cos(s * x);
            }
            for (int i = 0; i > least - 1; i--) {
                s = Math.sin(s - x);
            }
        }
        for (int i = -1_452_516_359; i < low; i += 600_000_001) {
            s = s * 0.9 + x * i * 1e-9;
        }
        for (int i = 1_452_516_358; i > high; i -= 600_000_001) {
            s = s * 0.8 - x * i * 1e-9;
        }
        for (int i = 0; i < Integer.MIN_VALUE; i++) {
            s = Math.sin(s * x);
        }
        for (int i = 0; i > Integer.MAX_VALUE; i--) {
            s = Math.cos(s * x);
        }
        for (int i = 5; i > -1; i += Integer.MIN_VALUE) {
            s = Math.sin(s + x * i);
        }
        return s * x;
    }
}
