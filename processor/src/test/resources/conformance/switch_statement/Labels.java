package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int -1, long 5, double
// args: int 0, long 5, double
// args: int 3, long 5, double
// args: int 6, long 5, double
// args: int 7, long 5, double
// args: int 65, long 5, double
// args: int 66, long 5, double
// args: int 97, long 5, double
/** Labels are constants of every kind. */
public final class Labels {

    private Labels() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, long n, double x) {
        final int seven = 7;
        double s = x;
        switch ((k)) {
            case -1:
                s = s * x;
                break;
            case ZERO, THREE:
                s = Math.sin(s);
                break;
            case THREE * 2:
                s = s * s * s;
                break;
            case seven:
                s = Math.cos(s);
                break;
            case 'A', 'a':
                s = Math.exp(s);
                break;
            default:
                s = -s;
        }
        switch ((int) n) {
            case 0x5:
                return s * x;
            default:
                return s;
        }
    }

    private static final int ZERO = 0;

    static final int THREE = 3;
}
