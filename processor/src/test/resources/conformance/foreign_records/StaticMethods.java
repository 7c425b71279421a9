package conformance.foreign_records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;

// args: double, double[3], int 4
// args: double -0.5, double[4], int 0
// args: double 2.0, double[3], int 7
// seeds: 4
/** Annotated methods of another class that take and give records and value classes, in straight lines, branches and loops. */
public final class StaticMethods {

    private StaticMethods() {}

    record State(double x, double v) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, int n) {
        Position p = new Position(x, a[0] * x, 3);
        Position q = Positions.shifted(p, a[1]);
        double s = Positions.dot(p, q) + q.weight() * Positions.dot(q, q);
        for (int i = 0; i < n; i++) {
            if (Positions.dot(p, p) < 50) {
                p = Positions.shifted(Positions.mid(new Segment(p, q), 0.3), x);
            }
            s += Positions.dot(p, new Position(1, x, i));
        }
        Velocity v = Velocity.of(p.x(), x * s * 1e-3);
        s += Positions.energy(v, 2, a) + Positions.turned(v).getY();
        return s + Positions.weighted(new Weights(a, x), q) + Positions.fixed(p, a[0]);
    }
}

/** A record of two numbers and a count. */
record Position(double x, double y, int weight) {}

/** Records in a record. */
record Segment(Position from, Position to) {}

/** A record with an array. */
record Weights(double[] w, double scale) {}

/** A value class that its factory makes. */
final class Velocity {
    private final double x;
    private final double y;

    private Velocity(double x, double y) {
        this.x = x;
        this.y = y;
    }

    static Velocity of(double x, double y) {
        return new Velocity(x, y);
    }

    double getX() {
        return x;
    }

    double getY() {
        return y;
    }
}

/** The other class. */
final class Positions {
    private Positions() {}

    @Differentiable
    static double dot(Position p, Position q) {
        return p.x() * q.x() + p.y() * q.y();
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static Position shifted(Position p, double by) {
        return new Position(p.x() + Math.sin(by), p.y() * by, p.weight() + 1);
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static Position mid(Segment s, @Passive double t) {
        return new Position(
                s.from().x() * t + s.to().x() * (1 - t), s.from().y() * t + s.to().y() * (1 - t), 1);
    }

    @Differentiable
    static double energy(Velocity v, @Passive double mass, double[] a) {
        return 0.5 * mass * (v.getX() * v.getX() + a[1] * v.getY() * v.getY());
    }

    @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
    static Velocity turned(Velocity v) {
        return Velocity.of(-v.getY(), v.getX());
    }

    @Differentiable
    static double weighted(Weights weights, Position p) {
        double s = 0;
        for (double w : weights.w()) {
            s += w * w * p.x();
        }
        return s * weights.scale();
    }

    @Differentiable(wrt = "y", derivatives = Derivative.HESSIAN_VECTOR)
    static double fixed(@Passive Position p, double y) {
        return p.weight() * y * y;
    }
}
