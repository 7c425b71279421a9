package conformance.foreign_records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** A method of another class takes a record and any number of numbers, none included. */
public final class VariableArguments {

    private VariableArguments() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        Powers p = new Powers(1, x, x *= y);
        return Polynomials.sum(p, y, x *= y) * x + Polynomials.sum(p) * Polynomials.sum(new Powers(y, 2, x), x);
    }
}

/** Coefficients. */
record Powers(double... coefficients) {}

final class Polynomials {
    private Polynomials() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double sum(Powers p, double... factors) {
        double sum = p.coefficients()[1];
        for (int i = 0; i < factors.length; i++) {
            sum += p.coefficients()[i] * factors[i] * factors[i];
        }
        return sum;
    }
}
