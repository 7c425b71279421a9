package conformance.recursion;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, int 12, int 18
// args: double, int 7, int 3
/** Recursive functions of integers, and one whose real argument is constant. */
public final class Passive {

    private Passive() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int a, int b) {
        double s = isEven(a) ? x * x : x;
        return s * gcd(a, b) + x * constant(2.5, b);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static boolean isEven(int n) {
        return n == 0 || !isEven(n - 1);
    }

    private static double constant(double c, int n) {
        return n <= 0 ? c : Math.sqrt(c) + constant(c / 2, n - 1);
    }
}
