package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made model, double, double[2]
/** Fields and passive methods of a superclass with a type parameter. */
public final class Inherited extends InheritedBase<String> {

    private Inherited() {
        super("inherited", 3);
    }

    static Inherited model() {
        return new Inherited();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(double x, double[] y) {
        double result = x * name.length() * steps;
        for (int i = 0; i < y.length; i++) {
            result *= Math.sin(factor(i) * y[i]) + scale[i] + this.factor(0);
        }
        return result;
    }
}

/** The superclass. */
abstract class InheritedBase<T> {
    final T name;
    final int steps;
    final double[] scale = {0.5, 1.5};

    InheritedBase(T name, int steps) {
        this.name = name;
        this.steps = steps;
    }

    double factor(int i) {
        return 0.5 + i;
    }
}
