package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[3], double = 0.3
// args: double[3], double = -0.3
/** Methods of any number of records. */
public final class Varargs {

    private Varargs() {}

    record Vec(double x, double y) {

        Vec times(double c) {
            return new Vec(c * x, c * y);
        }

        static Vec sum(Vec... terms) {
            double x = 0;
            double y = 0;
            for (Vec term : terms) {
                x += term.x();
                y += term.y() * terms.length;
            }
            return new Vec(x, y);
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] v, double c) {
        Vec a = new Vec(v[0], v[1]);
        Vec b = a.times(v[2]);
        Vec all = c > 0 ? Vec.sum(a, b, Vec.sum(b, a = a.times(c))) : Vec.sum(a);
        return all.x() * all.y() + a.x() + Vec.sum().x() + longest(2, a, b, all);
    }

    private static double longest(double floor, Vec... vectors) {
        double longest = floor;
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = vectors[i].times(1.5);
            longest = Math.max(longest, Math.hypot(vectors[i].x(), vectors[i].y()));
        }
        return longest;
    }
}
