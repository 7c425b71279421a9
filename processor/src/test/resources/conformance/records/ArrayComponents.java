package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double
// args: double[1], double
// seeds: 4
/** Arrays in records: read, written through the record, copied by a constructor. */
public final class ArrayComponents {

    private ArrayComponents() {}

    record Params(double[] w, double b) {}

    record Copied(double[] values, int n) {
        Copied {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        double first() {
            return values[0];
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        double[] work = a.clone();
        Params p = new Params(work, x);
        Copied copy = new Copied(work, 2);
        work[0] *= 3;
        double before = copy.first();
        double s = 0;
        for (int i = 0; i < p.w().length; i++) {
            s += p.w()[i] * p.b() + copy.values()[i];
        }
        for (double w : p.w()) {
            s += w * w;
        }
        p.w()[0] = s * x;
        double[] again = p.w();
        p = new Params(p.w(), p.b() * 2);
        return work[0] * again[0] + p.b() * sum(p) * before;
    }

    private static double sum(Params p) {
        double[] w = p.w();
        double s = p.b;
        for (int i = 0; i < w.length; i++) {
            s += w[i];
        }
        return s;
    }
}
