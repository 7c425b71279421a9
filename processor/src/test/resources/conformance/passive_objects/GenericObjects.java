package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Iterator;
import java.util.List;

// args: made curves, double[3], double
/** Differentiable methods of objects with type arguments, which the reverse sweep finds again. */
public final class GenericObjects {

    private GenericObjects() {}

    static List<Decay<String>> curves() {
        return List.of(new Decay<>("a", 0.5), new Decay<>("b", -0.25), new Decay<>("c", 1));
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(List<Decay<String>> curves, double[] t, double x) {
        double s = x;
        for (int i = 0; i < t.length; i++) {
            Decay<String> curve = curves.get(i);
            s += curve.value(t[i] * s) * curve.name.length();
        }
        for (Decay<String> curve : curves) {
            s = curve.value(s) + s;
        }
        Iterator<Decay<String>> rest = curves.iterator();
        while (rest.hasNext()) {
            Decay<String> curve = rest.next();
            if (curve.rate > 0) {
                s *= curve.value(s);
            }
        }
        return s;
    }
}

/** A curve with a label. */
final class Decay<T> {
    final T name;
    final double rate;

    Decay(T name, double rate) {
        this.name = name;
        this.rate = rate;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    double value(double t) {
        return Math.exp(-rate * t);
    }
}
