import dev.pullback.annotations.Differentiable;

class Recursion {
    @Differentiable
    static double power(double x, int n) {
        return n == 0 ? 1 : x * half(x, n);
    }

    static double half(double x, int n) {
        return power(x, n - 1); // expect AD216
    }
}
