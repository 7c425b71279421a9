import dev.pullback.annotations.Differentiable;

class StaticField {
    static double rate = 2;

    @Differentiable
    static double f(double x) {
        rate = x; // expect AD213
        return x * rate; // expect AD213
    }
}
