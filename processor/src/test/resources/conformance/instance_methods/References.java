package conformance.instance_methods;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

// args: made heavy, made light, double, double[3]
/** Methods of this object and of another one by reference, called once, in loops and by streams. */
public final class References {

    private final double mass;
    private double scale = 0.5;

    private References(double mass) {
        this.mass = mass;
    }

    static References heavy() {
        return new References(2);
    }

    static References light() {
        return new References(0.25);
    }

    double mass() {
        return mass;
    }

    double scale() {
        return scale;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public double f(References other, double x, double[] y) {
        DoubleUnaryOperator square = this::square;
        DoubleBinaryOperator product = other::product;
        double sum = square.applyAsDouble(x) * product.applyAsDouble(x, 3);
        for (double v : y) {
            sum += square.applyAsDouble(v * sum) + product.applyAsDouble(v, x);
        }
        return sum + Arrays.stream(y).map(this::square).sum();
    }

    private double square(double v) {
        return Math.sin(v) * v * mass;
    }

    double product(double u, double v) {
        return u * v * scale + mass;
    }
}
