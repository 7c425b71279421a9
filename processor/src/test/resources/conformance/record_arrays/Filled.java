package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double = 0.3, int 3
// args: double[3], double = -0.3, int 1
// args: double[3], double = 0.3, int 0
/** Ways to fill an array of records; variables without a value at first; a choice between arrays of one helper. */
public final class Filled {

    private Filled() {}

    record Sample(float weight, double value, boolean isUsed, long count) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] v, double c, int n) {
        Sample[] few = new Sample[2];
        few[0] = new Sample((float) c, v[0], c > 0, 2);
        few[1] = new Sample(0.5f, v[1] * few[0].value(), !few[0].isUsed(), n);
        Sample[] late;
        if (c > 0) {
            late = made(v, n, c);
        } else {
            late = few.clone();
        }
        Sample[] empty = new Sample[0];
        double s = empty.length;
        for (int k = late.length - 1; k >= 0; k--) {
            Sample sample = late[k];
            if (sample.isUsed()) {
                s += sample.weight() * sample.value() * sample.count();
            }
        }
        var all = made(v, n + 1, s);
        int i = 0;
        while (i < all.length) {
            s += all[i++].value();
        }
        Sample[] path = new Sample[n + 2];
        path[0] = few[0];
        path[1] = few[1];
        for (int k = 2; k < n + 2; k++) {
            Sample last = path[k - 1];
            path[k] = new Sample(last.weight(), last.value() * c + path[k - 2].value() * path.length, true, k);
        }
        return s + few[1].value() + path[path.length - 1].value() * path[1].weight();
    }

    private static Sample[] made(double[] v, int n, double c) {
        Sample[] samples;
        samples = new Sample[n];
        double sum = 0;
        for (int i = 0; i < samples.length; ++i) {
            for (double x : v) {
                if (x < c) {
                    continue;
                }
                sum += x * x;
            }
            double value = c * sum + v[i % 3];
            samples[i] = new Sample(2.5f, value, i != 1, i + 1L);
        }
        return samples;
    }
}
