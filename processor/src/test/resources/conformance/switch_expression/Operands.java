package conformance.switch_expression;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: int 0, double[4], double in [0.2, 1]
// args: int 1, double[4], double in [0.2, 1]
// args: int 2, double[4], double in [0.2, 1]
// seeds: 4
/** As operand, argument, index, condition, and result; with side effects in front of and inside it. */
public final class Operands {

    private Operands() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(int k, double[] a, double x) {
        int i = 1;
        double s = a[i] * switch (k) {
            case 0 -> a[i++] * x;
            case 1 -> {
                a[1] = x * x;
                yield a[i + 1];
            }
            default -> x;
        } + a[i];
        s = Math.sin(switch (k + i) { case 2 -> s; default -> s * x; }) * a[switch (i) { case 1 -> 2; default -> 3; }];
        while (switch (k) { case 1 -> s < 0.5 && i < 4; default -> i < 3; }) {
            s = s * x + a[0];
            i++;
        }
        return switch (k) {
            case 0 -> s * i;
            case 1 -> switch (i) {
                case 4 -> s * s;
                default -> s + x;
            };
            default -> {
                if (s > 0) {
                    yield s * x;
                }
                yield s;
            }
        };
    }
}
