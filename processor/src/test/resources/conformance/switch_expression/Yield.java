package conformance.switch_expression;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double[4] in [0.1, 1], double
// args: int 1, double[4] in [0.1, 1], double
// args: int 2, double[4] in [0.1, 1], double
// args: int 3, double[4] in [0.1, 1], double
// seeds: 6
/** Blocks yield, from branches and loops inside, and early. */
public final class Yield {

    private Yield() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double[] a, double x) {
        double s = switch (k) {
            case 0 -> {
                double t = a[0] * x;
                yield t * t;
            }
            case 1 -> {
                if (x > 0) {
                    yield a[1] * x;
                }
                double t = Math.exp(x);
                yield t * a[2];
            }
            case 2 -> {
                double t = 1;
                for (double v : a) {
                    t *= v + 0.5;
                    if (t > 0.9) {
                        yield t * x;
                    }
                }
                yield t * t * x;
            }
            default -> x;
        };
        return s * s + a[3];
    }
}
