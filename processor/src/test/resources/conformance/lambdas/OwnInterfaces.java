package conformance.lambdas;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3] in [0.2, 1], double in [0.2, 1], int 3
/** Interfaces of the user, with integers, conditions, floats and no result. */
public final class OwnInterfaces {

    private OwnInterfaces() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x, int n) {
        Blend blend = (p, q, k) -> {
            double r = p;
            for (int i = 0; i < k; i++) {
                r *= q;
            }
            return r;
        };
        Test isLarge = (v, limit) -> v > limit;
        Store store = (i, v) -> {
            if (i >= a.length) {
                return;
            }
            a[i] += v * x;
        };
        for (int i = 0; i < n + 2; i++) {
            store.put(i, a[0] * i);
        }
        double s = blend.of(a[1], x, n);
        return isLarge.test(s, 0.1f) ? s * a[2] : s + a[0];
    }

    interface Blend {
        double of(double p, double q, int k);
    }

    interface Test {
        boolean test(double v, float limit);
    }

    @FunctionalInterface
    interface Store {
        void put(int i, double v);
    }
}
