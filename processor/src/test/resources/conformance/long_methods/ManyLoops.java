package conformance.long_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[80] in [0.2, 0.8], double in [0.5, 1]
// seeds: 2
/** Many loops one after the other, each overwriting what it reads. */
public final class ManyLoops {

    private ManyLoops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] b = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[i] * x;
        }
        double s = x;
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.10) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.11) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.12) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.13) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.14) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.15) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.16) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.17) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.18) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.19) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.20) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.21) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.22) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.23) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.24) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.25) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.26) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.27) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.28) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.29) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.30) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.31) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.32) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.33) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.34) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.35) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.36) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.37) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.38) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.39) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.40) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.41) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.42) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.43) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.44) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.45) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.46) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 2; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.47) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 3; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.48) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        for (int i = 1; i < b.length; i++) {
            b[i] = 0.9 * b[i] + 0.1 * b[i - 1] * Math.sin(s);
            if (b[i] > 0.49) {
                s = s * 0.99 + b[i] * 0.01;
            }
        }
        return s + b[7] * b[a.length - 1];
    }
}
