package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

// args: double[4], double
/** Loggers that only the class itself sees, messages made on demand, and the place of a value in a table. */
public final class PrivateLoggers {

    private static final Logger LOG = Logger.getLogger(PrivateLoggers.class.getName());
    private static final System.Logger OTHER = System.getLogger("conformance");
    private static final Logger THIRD = Logger.getLogger("third");
    static final double[] KNOTS = {-1, 0, 0.5, 1.5};

    private PrivateLoggers() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] y, double x) {
        Objects.requireNonNull(y, () -> "no values");
        if (LOG.isLoggable(Level.FINE)) {
            LOG.fine("x is " + x);
        }
        OTHER.log(System.Logger.Level.TRACE, "x is " + x);
        THIRD.finest(() -> "called");
        int at = Arrays.binarySearch(KNOTS, x);
        int cell = Math.max(0, Math.min(at < 0 ? -at - 2 : at, y.length - 2));
        double w = (x - KNOTS[cell]) / (KNOTS[cell + 1] - KNOTS[cell]);
        return (1 - w) * y[cell] + w * y[cell + 1] * y[0];
    }
}
