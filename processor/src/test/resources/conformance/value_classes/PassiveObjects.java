package conformance.value_classes;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.List;

// args: double, double[3]
// args: double -0.5, double[2]
// seeds: 4
/** Objects in the keeping of others: constants that meet values with derivatives; classes that are no value classes. */
public final class PassiveObjects {

    private PassiveObjects() {}

    static class Point {
        private final double x;
        private final double y;

        Point(double x, double y) {
            this.x = x;
            this.y = y;
        }

        double getX() {
            return x;
        }

        double getY() {
            return y;
        }

        Point minus(Point o) {
            return new Point(x - o.x, y - o.y);
        }

        double norm2() {
            return x * x + y * y;
        }
    }

    /** No accessors: its methods run as they are, on constants, or are read, on values with derivatives. */
    static final class Scene {
        private final Point[] points;
        private final List<Point> more;
        final double weight;

        Scene(double weight) {
            this.weight = weight;
            this.points = new Point[] {new Point(1, 2), new Point(3, weight)};
            this.more = List.of(new Point(0.5, 0.25));
        }

        Point[] points() {
            return points;
        }

        List<Point> more() {
            return more;
        }

        double pull(Point p, double scale) {
            return weight * p.norm2() * scale;
        }

        Point mid(Point p) {
            double half = 0.5 * weight;
            return new Point(half * p.getX(), half * p.getY());
        }
    }

    static final Scene SCENE = new Scene(1.5);
    static final Point ORIGIN = new Point(0.25, 0.125);

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a) {
        Scene scene = SCENE;
        Point p = new Point(x, a[0] * x);
        double s = scene.pull(p, a[1]);
        for (Point q : scene.points()) {
            s += p.minus(q).norm2() + q.minus(p).getX() * q.getY();
        }
        for (Point q : scene.more()) {
            s += q.minus(p).getY();
        }
        Point last = scene.points()[1];
        s += last.minus(scene.mid(p)).norm2() * last.norm2();
        for (int i = 0; i < scene.points().length; i++) {
            s += scene.points()[i].getX() * a[i];
        }
        return s + ORIGIN.minus(p).norm2() + ORIGIN.getX() * x;
    }
}
