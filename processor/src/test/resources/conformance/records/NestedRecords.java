package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double
// args: double 0.5, double -1.25
// seeds: 5
/** Records of records, their methods and static factories. */
public final class NestedRecords {

    private NestedRecords() {}

    record Vec(double x, double y) {
        static Vec unit(double angle) {
            return new Vec(Math.cos(angle), Math.sin(angle));
        }

        Vec plus(Vec other) {
            return new Vec(x + other.x, this.y + other.y());
        }

        Vec times(double s) {
            return new Vec(s * x(), s * this.y());
        }

        double dot(Vec other) {
            return x * other.x + y * other.y;
        }

        double norm() {
            return Math.sqrt(dot(this));
        }
    }

    record Segment(Vec from, Vec to, int weight) {
        Vec at(double t) {
            return from.times(1 - t).plus(to().times(t));
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double a, double b) {
        Segment s = new Segment(new Vec(a, b), Vec.unit(a * b), 3);
        var half = s.at(0.5);
        Segment again = new Segment(s.to(), half, s.weight() + 1);
        return half.plus(new Vec(3, 4)).norm() * again.weight() + again.at(a).dot(s.from()) + again.to().x;
    }
}
