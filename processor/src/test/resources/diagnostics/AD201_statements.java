import dev.pullback.annotations.Differentiable;

class Statements {
    @Differentiable
    static double f(double x) {
        class Local {} // expect AD201
        return x;
    }

    @Differentiable
    static double endless(double x) {
        while (true) { // expect AD201
            x *= 2;
        }
    }
}
