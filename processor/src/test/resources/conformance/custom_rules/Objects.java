package conformance.custom_rules;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;

// args: double 0.8, double[3]
/** A rule for an interface holds for calls on what implements it. */
public final class Objects {

    private Objects() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] t) {
        Curve curve = Curve.of(2, -1);
        Parabola parabola = new Parabola(0.5, 3);
        double sum = 0;
        for (double v : t) {
            sum += curve.value(v * x) * parabola.value(v + sum);
        }
        return sum;
    }

    @DerivativeOf(type = Curve.class, method = "value")
    static double valuePullback(Curve curve, double t, double valueBar) {
        return valueBar * curve.slope(t);
    }

    @DerivativeOf(method = "valuePullback", forward = true)
    static double valuePullbackPushforward(Curve curve, double t, double valueBar, double tDot, double valueBarDot) {
        return valueBarDot * curve.slope(t) + valueBar * curve.bend() * tDot;
    }
}

interface Curve {
    double value(double t);

    double slope(double t);

    double bend();

    static Curve of(double a, double b) {
        return new Parabola(a, b);
    }
}

final class Parabola implements Curve {
    private final double a;
    private final double b;

    Parabola(double a, double b) {
        this.a = a;
        this.b = b;
    }

    @Override
    public double value(double t) {
        return a * t * t + b * t;
    }

    @Override
    public double slope(double t) {
        return 2 * a * t + b;
    }

    @Override
    public double bend() {
        return 2 * a;
    }
}
