package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double, int 2
// args: double[1], double, int 0
/** What an exception says is computed by loops, branches and arrays that never run otherwise. */
public final class ComputedMessage {

    private ComputedMessage() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 1e6) {
                throw new IllegalArgumentException("a[" + worst(a, n) + "] of " + shown(a, x));
            }
            sum += a[i] * a[i] * x;
        }
        if (sum * sum > 1e12) {
            int steps = 0;
            while (sum > 1) {
                sum *= 0.5;
                steps++;
            }
            throw new ArithmeticException(steps + " halvings");
        }
        while (n > 3) {
            int k = n > 5 ? 1 : 2;
            throw new IllegalStateException("n is " + n * k);
        }
        return Math.sin(sum) + x;
    }

    private static int worst(double[] a, int n) {
        int worst = n;
        while (worst > 0 && a[worst % a.length] < 1e6) {
            worst--;
        }
        return worst;
    }

    private static double shown(double[] a, double x) {
        double[] scaled = new double[a.length];
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            scaled[i] = a[i] * x;
            if (scaled[i] > largest) {
                largest = scaled[i];
            }
        }
        return largest;
    }
}
