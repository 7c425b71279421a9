package conformance.switch_statement;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: made linear, double, double
// args: made square, double, double
// args: made cube, double, double
// args: made none, double, double
/** Over an enum: labels are simple names, null is an exception, and all constants need no default. */
@SuppressWarnings("fallthrough")
public final class Enums {

    private Enums() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(Kind kind, double x, double y) {
        double s = switch (kind) {
            case LINEAR -> x;
            case SQUARE -> x * x;
            case CUBE -> {
                double t = x * y;
                yield t * x;
            }
        };
        switch (kind) {
            case SQUARE:
                s += y;
            default:
                s *= x;
                break;
            case CUBE:
                s = Math.sin(s);
        }
        switch (next(kind)) {
            case LINEAR, SQUARE -> s = s * s;
            default -> {}
        }
        switch (kind) {
            default:
                s += x * y;
        }
        return s;
    }

    enum Kind {
        LINEAR,
        SQUARE,
        CUBE
    }

    static Kind linear() {
        return Kind.LINEAR;
    }

    static Kind square() {
        return Kind.SQUARE;
    }

    static Kind cube() {
        return Kind.CUBE;
    }

    static Kind none() {
        return null;
    }

    static Kind next(Kind kind) {
        return Kind.values()[(kind.ordinal() + 1) % 3];
    }
}
