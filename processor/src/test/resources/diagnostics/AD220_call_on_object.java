import dev.pullback.annotations.Differentiable;

class CallOnObject {
    interface Curve {
        double discount(double time);
    }

    @Differentiable
    static double f(double x, Curve curve) {
        String text = String.valueOf(x);
        double digits = text.length(); // expect AD220
        return x * digits * curve.discount(x); // expect AD220
    }
}
