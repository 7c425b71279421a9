package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[6], double
// args: double[4], double = -0.5
// args: double[2], double = 0.5
/** Elements replaced in place, by a helper too; names for old elements; clones; two names for one array. */
public final class InPlace {

    private InPlace() {}

    record Point(double x, double y) {
        Point turned() {
            return new Point(y, -x);
        }
    }

    record Spring(Point from, Point to, double k, int kind) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] v, double c) {
        int n = v.length / 2;
        Point[] points = new Point[n];
        for (int i = 0; i < n; i++) {
            points[i] = new Point(v[2 * i], v[2 * i + 1]);
        }
        Point[] same = points;
        Point[] before = points.clone();
        Point first = points[0];
        for (int i = 0; i < n; i++) {
            points[i] = new Point(same[i].y() * c, points[i].x());
        }
        double s = first.x() * 3 + before[n - 1].y() * same[0].x();
        push(points, c);
        points[n - 1] = points[0];
        points[0] = points[n / 2].turned();
        for (int i = 1; i < n; i++) {
            points[i] = c > 0 ? new Point(points[i - 1].x() * c, points[i].y()) : points[i - 1];
        }
        Spring[] springs = {
            new Spring(points[0], before[0], c, 1), new Spring(before[n - 1], points[n - 1], s, 2)
        };
        for (Spring spring : springs) {
            double dx = spring.from().x() - spring.to().x();
            double dy = spring.from().y() - spring.to().y();
            s += spring.kind() * spring.k() * (dx * dx + dy * dy);
        }
        return s * springs.length;
    }

    private static void push(Point[] points, double c) {
        for (int i = 1; i < points.length; i++) {
            Point p = points[i];
            if (p.x() > 0) {
                points[i] = new Point(p.x() * points[i - 1].y(), p.y() + c);
            }
        }
    }
}
