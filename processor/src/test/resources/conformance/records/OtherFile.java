package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3]
// args: double -0.5, double[2]
// seeds: 4
/** Records that are declared outside the class: their constructors run, and keep what they are given. */
public final class OtherFile {

    private OtherFile() {}

    static final Offset UNIT = new Offset(1, 2);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        Offset start = new Offset(x, x * a[0]);
        Line line = new Line(start, new Offset(a[1], 2), a, "diagonal");
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            Offset at = new Offset(line.from().dx() + i * line.to().dx(), line.weights()[i]);
            s += at.dx() * at.dy() * UNIT.dy();
        }
        return s * (line.name().length() == 8 ? line.to().dy() : x);
    }
}

/** A record with a guard. */
record Offset(double dx, double dy) {
    Offset {
        if (dx > 1e6) {
            throw new IllegalArgumentException("too far");
        }
    }
}

/** A record of several kinds of components. */
record Line(Offset from, Offset to, double[] weights, String name) {}
