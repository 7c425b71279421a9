package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3], int 0

// seeds: 4
/** Arguments of constructors and methods are evaluated from left to right, with their side effects. */
public final class EvaluationOrder {

    private EvaluationOrder() {}

    record Pair(double a, double b) {
        Pair then(double c) {
            return new Pair(a * c, b + c);
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] v, int n) {
        int i = 0;
        double[] w = v.clone();
        Pair p = new Pair(w[i++] * x, w[i] + w[i++]);
        Pair q = new Pair(x, x = x * w[i]);
        Pair r = p.then(w[0] = p.b()).then(w[0]);
        Pair s = combine(p, p = new Pair(q.b(), 2 * r.a()), p);
        double y = r.a() + (r = s).b() + r.a();
        return y * x + p.a() + new Pair(w[0] += 2, w[0] * x).b();
    }

    private static Pair combine(Pair p, Pair q, Pair r) {
        double x = p.a() * q.b();
        p = new Pair(x, r.a());
        return new Pair(p.a() + q.a(), p.b() * r.b());
    }
}
