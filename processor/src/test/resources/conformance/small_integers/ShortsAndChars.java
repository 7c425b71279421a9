package conformance.small_integers;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.2, 1], short 7, char x
// args: double in [0.2, 1], short -7, char q
/** short and char: promoted to int, narrowed by assignments. */
public final class ShortsAndChars {

    private ShortsAndChars() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, short n, char c) {
        short k = 3;
        k += n;
        k++;
        k = (short) (k * 70_000);
        char d = 65;
        d += 1;
        char e = c;
        double s = x;
        for (short i = 0; i < 3; i++) {
            s = s * x + i * k;
            n -= i;
        }
        if (c == 'x' && c > k) {
            e--;
            s = s * x + e;
        }
        switch (c) {
            case 'q':
                s = s * s;
                break;
            case 'x':
                s = s + x;
        }
        int shifted = -n >>> 28 << (byte) 2;
        final byte b = 12;
        boolean isLess = b < d | n == k;
        return s * k * x + n * x + d + (isLess ? e / n : e % b) * x + shifted * x + Character.getNumericValue(c);
    }
}
