package conformance.custom_rules;

import dev.pullback.annotations.DerivativeOf;
import dev.pullback.annotations.Differentiable;
import java.util.function.DoubleUnaryOperator;

// args: double 0.8, double 0.3
/** Method references and overloads: the rule's parameters say which method is meant, the other one is differentiated. */
public final class References {

    private References() {}

    @Differentiable
    public static double f(double x, double y) {
        DoubleUnaryOperator g = References::cube;
        Cube cubes = new Cube();
        DoubleUnaryOperator h = cubes::of;
        return g.applyAsDouble(x) * h.applyAsDouble(y) * cube(y, x) + (x > y ? cube(y) : cube(x));
    }

    static double cube(double x) {
        return x * x * x;
    }

    static double cube(double x, double y) {
        return x * x * y;
    }

    @DerivativeOf(method = "cube")
    @Differentiable(derivatives = {dev.pullback.annotations.Derivative.PUSHFORWARD, dev.pullback.annotations.Derivative.HESSIAN_VECTOR})
    static double slope(double x, double resultBar) {
        return 3 * x * x * resultBar;
    }

    @DerivativeOf(type = Cube.class, method = "of")
    @Differentiable(derivatives = {dev.pullback.annotations.Derivative.PUSHFORWARD, dev.pullback.annotations.Derivative.HESSIAN_VECTOR})
    static double slopeOf(Cube cubes, double x, double resultBar) {
        return 3 * x * x * resultBar;
    }
}

class Cube {
    double of(double x) {
        return x * x * x;
    }
}
