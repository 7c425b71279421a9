package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, int 5
// args: double 0.5, double 2.0, int 3
// args: double 2.0, double 0.5, int 0
// args: double -1.0, double 0.25, int 7
// seeds: 5
/** Records chosen by ?:, if, and early returns in loops. */
public final class Branches {

    private Branches() {}

    record Pair(double a, double b) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y, int n) {
        Pair first = x > y ? new Pair(x, y) : swapped(new Pair(x, y * y));
        Pair second;
        if (x > 1) {
            second = first;
        } else {
            second = new Pair(first.b(), x * first.a());
        }
        Pair found = find(second, n);
        Pair last = n > 2 ? found : first;
        return (x < 0 ? last : second).a() * found.b() + last.b();
    }

    private static Pair swapped(Pair p) {
        return new Pair(p.b(), p.a());
    }

    private static Pair find(Pair start, int n) {
        Pair p = start;
        for (int i = 0; i < n; i++) {
            if (p.a() > 3) {
                return new Pair(p.a(), i * p.b());
            }
            while (p.b() < 0.1) {
                p = new Pair(p.a() + 0.3, p.b() + 0.2);
                if (p.a() < -2) {
                    return p;
                }
            }
            p = new Pair(p.a() * 1.5, p.b() * 0.9);
        }
        return p;
    }
}
