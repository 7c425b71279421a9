package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// args: double 1.5, double -0.25
// seeds: 4
/** An assignment reads all components before it writes one. */
public final class Swap {

    private Swap() {}

    record Pair(double a, double b) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        Pair p = new Pair(x, y);
        p = new Pair(p.b(), p.a());
        Pair q = p;
        for (int i = 0; i < 5; i++) {
            p = new Pair(p.b(), p.a() + p.b());
            q = new Pair(p.a() * q.b(), q.a());
        }
        Pair kept = p;
        p = q = new Pair(q.b() * p.a(), 2);
        return p.a() * q.a() + kept.b() + q.b();
    }
}
