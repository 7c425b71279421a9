package conformance.custom_rules;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

// args: double 1.7, double 0.6, double[4]
/** Rules that take the result, which is overwritten before they run, in both modes. */
public final class FromResult {

    private FromResult() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double root = Outside.sqrt(x * x + a[i] * a[i] + 1);
            sum += root * y;
            root = root * sum;
            x = root / (1 + root * root);
            y = Outside.power(x * x + 1, y);
        }
        return sum * Outside.sqrt(y * y + 1);
    }

    @DerivativeOf(type = Outside.class, method = "sqrt")
    @Differentiable(derivatives = Derivative.TAYLOR)
    static double sqrtPullback(double x, double root, double rootBar) {
        return rootBar / (2 * root);
    }

    @DerivativeOf(method = "sqrtPullback", forward = true)
    @Differentiable(derivatives = {Derivative.PUSHFORWARD})
    static double sqrtSecond(
            double x, double root, double rootBar, double xDot, double rootDot, double rootBarDot) {
        return rootBarDot / (2 * root) - rootBar * rootDot / (2 * root * root);
    }

    @DerivativeOf(type = Outside.class, method = "sqrt", forward = true)
    static double sqrtPushforward(double x, double root, double xDot) {
        return xDot / (2 * root);
    }

    /** In a nested class. */
    static final class Rules {
        private Rules() {}

        @DerivativeOf(type = Outside.class, method = "power")
        @Differentiable(
                derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR},
                outputs = "bars")
        static void powerPullback(double x, double y, double power, double powerBar, double[] bars) {
            bars[0] += powerBar * y * power / x;
            bars[1] += powerBar * power * Math.log(x);
        }

        @DerivativeOf(type = Outside.class, method = "power", forward = true)
        static double powerPushforward(double x, double y, double power, double xDot, double yDot) {
            return xDot * y * power / x + yDot * power * Math.log(x);
        }
    }
}

final class Outside {
    private Outside() {}

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static double power(double x, double y) {
        return Math.pow(x, y);
    }
}
