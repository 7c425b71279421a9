import dev.pullback.annotations.Differentiable;

class RecordsCompared {
    record Pair(double a, double b) {}

    @Differentiable
    static double f(double x, double y) {
        Pair p = new Pair(x, y);
        Pair q = p;
        boolean same = p == q; // expect AD267
        boolean equal = p.equals(q); // expect AD267
        return same != equal ? p.a() : q.b();
    }
}
