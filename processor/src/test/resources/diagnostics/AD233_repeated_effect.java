import dev.pullback.annotations.Differentiable;

class RepeatedEffect {
    interface Noise {
        double next();
    }

    @Differentiable
    static double f(double x, int n, Noise noise) {
        return power(x, n, noise);
    }

    static double power(double x, int n, Noise noise) {
        return n == 0 ? noise.next() : x * power(x, n - 1, noise); // expect AD233
    }
}
