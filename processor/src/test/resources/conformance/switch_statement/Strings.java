package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made sine, double
// args: made cosine, double
// args: made other, double
// args: made none, double
/** Over a string: compared by content, null is an exception. */
@SuppressWarnings("fallthrough")
public final class Strings {

    private Strings() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(String name, double x) {
        double s = x;
        switch (name) {
            case "sin":
                s = Math.sin(s);
                break;
            case "cos", COSINE:
                s = Math.cos(s);
            case "twice":
                s *= 2;
        }
        double t = switch (name + "!") {
            case "sin!" -> s * x;
            default -> s;
        };
        switch (name) {
            default -> t *= s;
        }
        return t;
    }

    static final String COSINE = "cosine";

    static String sine() {
        return new StringBuilder("si").append('n').toString();
    }

    static String cosine() {
        return COSINE;
    }

    static String other() {
        return "tan";
    }

    static String none() {
        return null;
    }
}
