package conformance.virtual_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made round, double[3], double
// args: made flat, double[3], double
// args: made inherited, double[3], double
/** The derivatives of the abstract method itself, with arrays, through a sealed abstract class and a final method of one. */
public sealed interface Shape permits Shape.Round, Shape.Flat {

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    double f(double[] x, double scale);

    /** Sealed in turn. */
    abstract sealed class Round implements Shape permits Ball {}

    /** A class below a sealed class. */
    final class Ball extends Round {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double f(double[] y, double by) {
            return Math.sqrt(1 + y[0] * y[0] + y[1] * y[2]) * by;
        }
    }

    /** Its method is final, so that subclasses need not be known. */
    abstract non-sealed class Flat implements Shape {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public final double f(double[] x, double scale) {
            double sum = 0;
            for (double v : x) {
                sum += v * v * scale;
            }
            return sum * height();
        }

        final double height() {
            return 0.5;
        }
    }

    /** Known to nobody. */
    final class Sheet extends Flat {}

    static Shape round() {
        return new Ball();
    }

    static Shape flat() {
        return new Sheet();
    }

    static Shape inherited() {
        return new Flat() {};
    }
}
