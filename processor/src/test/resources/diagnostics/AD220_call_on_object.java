import dev.pullback.annotations.Differentiable;

class CallOnObject {
    @Differentiable
    static double f(double x) {
        return x * String.valueOf(x).length(); // expect AD220
    }
}
