package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.OptionalDouble;
import java.util.OptionalInt;

// args: made three, made half, double
/** Optionals that no stream gave, and a public method inherited from a class that only its package sees. */
public final class LibraryObjects {

    private LibraryObjects() {}

    static OptionalInt three() {
        return OptionalInt.of(3);
    }

    static OptionalDouble half() {
        return OptionalDouble.of(0.5);
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(OptionalInt power, OptionalDouble factor, double x) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < power.getAsInt(); i++) {
            text.append(i).append(',');
        }
        double scale = factor.isPresent() ? factor.getAsDouble() : factor.orElse(2);
        return Math.pow(Math.sin(x) + 2, power.orElse(1)) * scale * text.length();
    }
}
