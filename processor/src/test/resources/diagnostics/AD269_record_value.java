import dev.pullback.annotations.Differentiable;

class RecordValue {
    record Pair(double a, double b) {}

    static final Pair UNIT = new Pair(1, 0);

    @Differentiable
    static double f(double x) {
        Pair p = UNIT;
        Object any = new Pair(x, p.b()); // expect AD269
        return x * p.a();
    }

    @Differentiable
    static double ofAll(Pair[] pairs) {
        Object all = pairs; // expect AD269
        return pairs[0].a();
    }
}
