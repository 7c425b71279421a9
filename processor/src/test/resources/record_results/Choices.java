package record_results;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double in [0.5, 1.5], double in [2, 3], boolean true
// args: double in [0.5, 1.5], double in [2, 3], boolean false
/** Conditional results, results of helpers, and a component that does not depend on anything. */
public final class Choices {

    private Choices() {}

    /** A quotient. */
    public record Quotient(double value, double remainder) {
        /** Rejects what no quotient is. */
        public Quotient {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("not a number");
            }
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static Quotient f(double x, double y, boolean isExact) {
        Quotient q = isExact ? new Quotient(x / y, 0) : divided(y, x);
        return isExact && x > 1 ? new Quotient(q.value() * y, 7) : q;
    }

    private static Quotient divided(double a, double b) {
        double whole = Math.floor(a / b);
        return new Quotient(whole * b, a - whole * b);
    }
}
