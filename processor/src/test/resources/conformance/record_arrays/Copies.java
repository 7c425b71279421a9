package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import java.util.Arrays;

// args: double[3], double = 0.3, int 2
// args: double[3], double = -0.3, int 3
// args: double[3], double = 0.3, int 0
// args: double[3], double = 0.3, int -1
/** Copies of arrays of records and the platform's methods that write to them. */
public final class Copies {

    private Copies() {}

    record Point(double x, double y, int id) {

        Point plus(double d) {
            return new Point(x + d, y * d, id + 1);
        }
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] v, double c, int n) {
        Point[] points = new Point[v.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(v[i], c * v[i], i);
        }
        Point[] first = Arrays.copyOf(points, n);
        Point[] rest = Arrays.copyOfRange(points, n, points.length);
        double s = first.length;
        for (Point p : first) {
            s += p.x() * p.y() * p.id();
        }
        Point[] same = new Point[n + 1];
        Arrays.fill(same, points[1].plus(c));
        Arrays.fill(points, 1, 2, same[n].plus(s));
        if (c > 0) {
            System.arraycopy(points, 0, points, 1, points.length - 1);
        } else {
            System.arraycopy(points, 1, points, 0, points.length - 1);
            same = Arrays.copyOf(points, 2);
        }
        for (Point p : same) {
            s += p.x() * p.id();
        }
        for (Point p : points) {
            s += Math.sin(p.x() * p.y());
        }
        return rest.length > 0 ? s + rest[0].y() : s;
    }
}
