package conformance.guards;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.io.IOException;

// args: double in [0.5, 2], int 0
// args: double in [0.5, 2], int 3
/** Methods that declare checked exceptions and cannot throw them: their derivatives declare none, and do not call them. */
public final class DeclaredExceptions {

    private DeclaredExceptions() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) throws IOException, IllegalStateException {
        if (x < 0) {
            throw new IllegalStateException("negative: " + x);
        }
        double product = raised(x, n) * Math.sin(x);
        for (int i = 0; i < n; i++) {
            product += shifted(product, x);
        }
        return product;
    }

    private static double shifted(double v, double x) throws IOException {
        return v * x + 1;
    }

    private static double raised(double x, int n) throws IOException {
        return n == 0 ? x : x * raised(x, n - 1);
    }
}
