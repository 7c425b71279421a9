package conformance.passive_objects;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Optional;

// args: double, int 3
// args: double = -0.5, int 0
/** Texts that grow by values, and a generic method whose result type is that of its argument. */
public final class Texts {

    private Texts() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, int n) {
        String text = "n = ";
        text += n;
        for (int i = 0; i < n; i++) {
            text += ", " + i;
            x *= 1 + 0.1 * text.length();
        }
        String shown = text;
        shown += x * x;
        if (Double.isNaN(x)) {
            throw new IllegalStateException(shown);
        }
        int twice = Optional.of(2 * n).get();
        return x * twice + Optional.of(text).get().length() * x * x;
    }
}
