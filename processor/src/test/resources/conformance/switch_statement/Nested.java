package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, int 0, double, double
// args: int 0, int 1, double, double
// args: int 0, int 2, double, double
// args: int 1, int 0, double, double
// args: int 1, int 1, double, double
// args: int 1, int 2, double, double
// args: int 2, int 0, double, double
// args: int 2, int 1, double, double
// args: int 2, int 2, double, double
/** A switch in a case of a switch; a label tells them apart. */
public final class Nested {

    private Nested() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, int j, double x, double y) {
        double s = x;
        outer:
        switch (k) {
            case 0:
                switch (j) {
                    case 0:
                        s = s * y;
                        break;
                    case 1:
                        s = s + y * y;
                        break outer;
                    default:
                        s = Math.sin(s);
                }
                s = s * s;
                break;
            case 1:
                s = s * (j == 0 ? x : y);
                break;
            default:
                for (int i = 0; i < 3; i++) {
                    if (i == j) {
                        break outer;
                    }
                    s = s * x + y;
                }
        }
        return s * x;
    }
}
