package conformance.private_fields;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.List;
import java.util.Map;

// args: made model, double[2], double in [0.5, 1.5]
// args: made unlike, double[2], double in [0.5, 1.5]
/** Private fields without an accessor, of every type, final and not, in helpers and in recursion. */
public final class EveryType {

    enum Kind {
        LINEAR,
        SQUARE
    }

    record Offset(double left, double right) {}

    private final double rate;
    private float gain = 0.25f;
    private int steps = 3;
    private final long count = 4;
    private boolean isDamped;
    private byte small = 2;
    private volatile double latest = 1.25;
    private final double[] weights = {0.5, -1.5};
    private double[][] coupling = {{1, 0.5}, {-0.25}};
    private final double[][][] cube = {{{0.75}}};
    private float[] gains = {0.5f};
    private int[] order = {1, 0};
    private boolean[] mask = {true, false};
    private final Kind kind;
    private final Offset offset = new Offset(0.1, 0.2);
    private Offset[] offsets = {new Offset(0.3, 0.4)};
    private String name = "abc";
    private final List<String> names = List.of("x", "y");
    private Map<String, ? extends Number> numbers = Map.of("k", 3);

    private EveryType(double rate, boolean isDamped, Kind kind) {
        this.rate = rate;
        this.isDamped = isDamped;
        this.kind = kind;
    }

    static EveryType model() {
        return new EveryType(1.5, true, Kind.SQUARE);
    }

    static EveryType unlike() {
        return new EveryType(-0.5, false, Kind.LINEAR);
    }

    @Differentiable(
            derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN, Derivative.TAYLOR, Derivative.THIRD_ORDER})
    public double f(double[] x, double y) {
        double s = offset.left() * x[0] + offset.right() * y;
        for (int i = 0; i < weights.length; i++) {
            s += weights[i] * Math.sin(this.rate * x[order[i]]) * (mask[i] ? latest : y);
        }
        s += coupling[0][1] * x[0] * coupling[1][0] + gain * gains[0] * y + offsets[0].right() * cube[0][0][0] * x[1];
        if (isDamped) {
            s *= Math.exp(-y / count) * small;
        }
        return switch (kind) {
            case LINEAR -> s * name.length() + power(y, steps);
            case SQUARE -> s * s * names.size() * numbers.get("k").intValue() + power(y, steps);
        };
    }

    private double power(double v, int n) {
        return n == 0 ? rate : v * power(v, n - 1);
    }
}
