package conformance.virtual_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made call, double in [1.1, 2], double
// args: made call, double in [0.1, 0.9], double
// args: made put, double in [0.1, 0.9], double
// args: made power, double in [0.5, 2], double
// args: made cube, double in [0.5, 2], double
/** Records, final and sealed classes behind one sealed interface, called in a loop whose arguments change. */
public final class Sealed {

    private Sealed() {}

    public sealed interface Payoff permits Call, Put, Power {
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        double value(double s);
    }

    public record Call(double strike) implements Payoff {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double value(double s) {
            return s > strike ? (s - strike) * s : 0.1 * s;
        }
    }

    static final class Put implements Payoff {
        private final double strike = 1;

        double strike() {
            return strike;
        }

        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double value(double s) {
            return Math.max(strike - s, 0) + Math.sin(s);
        }
    }

    static sealed class Power implements Payoff permits Cube {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double value(double s) {
            return s * s;
        }
    }

    static final class Cube extends Power {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double value(double s) {
            return s * s * s;
        }
    }

    static Payoff call() {
        return new Call(1);
    }

    static Payoff put() {
        return new Put();
    }

    static Payoff power() {
        return new Power();
    }

    static Payoff cube() {
        return new Cube();
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(Payoff payoff, double spot, double rate) {
        double sum = 0;
        double s = spot;
        for (int i = 0; i < 4; i++) {
            sum += payoff.value(s) * Math.exp(-rate * i);
            s = s * 1.01 + 0.001 * sum;
        }
        return sum;
    }
}
