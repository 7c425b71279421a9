package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double
// args: double[3], double 2.0
// args: double[3], double -2.0
// seeds: 3
/** Methods with records that fill arrays, return them, or return records with them on several ways. */
public final class ArrayResults {

    private ArrayResults() {}

    record Params(double[] w, double b) {
        double[] scaled() {
            double[] scaled = new double[w.length];
            if (b > 1) {
                for (int i = 0; i < w.length; i++) {
                    scaled[i] = b * w[i];
                }
                return scaled;
            }
            scaled[0] = b;
            return scaled;
        }

        void addTo(double[] sum) {
            if (b < -1) {
                sum[0] = b;
                return;
            }
            for (int i = 0; i < w.length; i++) {
                sum[i] += w[i];
            }
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] a, double x) {
        Params p = shifted(new Params(a, x));
        double[] s = p.scaled();
        p.addTo(s);
        clear(p, s, 1);
        return s[0] * s[1] * x + s[2] * p.w()[0];
    }

    private static Params shifted(Params p) {
        double[] w = p.w().clone();
        w[0] += p.b();
        if (p.b() > 1) {
            return new Params(w, p.b() - 0.5);
        }
        w[1] *= 2;
        return new Params(w, p.b() * p.b());
    }

    private static void clear(Params p, double[] a, int i) {
        if (p.b() > 3) {
            a[i] = 0;
        }
    }
}
