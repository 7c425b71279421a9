package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
/** Constructors, methods of records and helpers that take any number of arguments, none included. */
public final class VariableArguments {

    private VariableArguments() {}

    /** A polynomial, lowest power first. */
    record Polynomial(double... coefficients) {
        Polynomial(int degree, double highest) {
            this(highest, degree, highest * degree);
        }

        double at(double x) {
            double sum = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                sum = sum * x + coefficients[i];
            }
            return sum;
        }

        double shifted(double x, double... shifts) {
            double sum = at(x);
            for (double shift : shifts) {
                sum += shift * x;
            }
            return sum;
        }
    }

    private static Polynomial scaled(Polynomial p, double... factors) {
        return new Polynomial(p.coefficients()[0] * factors[0], p.coefficients()[1] * factors[1]);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double y) {
        Polynomial p = new Polynomial(1, x, x *= y);
        double sum = p.at(y) + p.shifted(x, y, 2, x) + p.shifted(y) + new Polynomial(2, y).at(x);
        return sum + scaled(p, x, y += x).at(y);
    }
}
