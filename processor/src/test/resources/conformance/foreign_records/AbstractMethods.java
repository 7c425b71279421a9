package conformance.foreign_records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double[3], int 0
// args: double -0.5, double[4], int 1
// args: double 2.0, double[3], int 2
// seeds: 4
/** Annotated abstract methods that take and give records, implemented by records and by a class. */
public final class AbstractMethods {

    private AbstractMethods() {}

    /** A point with a weight. */
    record Vertex(double x, double y, double[] w) {}

    /** A displacement. */
    record Shift(double dx, double dy) {}

    sealed interface Shape permits Disk, Half, Ring {
        @Differentiable
        double distance(Vertex p, double scale);

        @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
        Shift gradient(Vertex p);
    }

    record Disk(double radius) implements Shape {
        @Override
        @Differentiable
        public double distance(Vertex p, double scale) {
            return scale * (Math.hypot(p.x(), p.y()) - radius) * p.w()[0];
        }

        @Override
        @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
        public Shift gradient(Vertex p) {
            double r = Math.hypot(p.x(), p.y());
            return new Shift(p.x() / r, p.y() / r);
        }
    }

    record Half(double nx, double ny) implements Shape {
        @Override
        @Differentiable
        public double distance(Vertex p, double scale) {
            return nx * p.x() + ny * p.y() + scale * p.w()[1];
        }

        @Override
        @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
        public Shift gradient(Vertex p) {
            return new Shift(nx * p.w()[0], ny * p.x());
        }
    }

    static final class Ring implements Shape {
        @Override
        @Differentiable
        public double distance(Vertex p, double scale) {
            double r = p.x() * p.x() + p.y() * p.y();
            return r * Math.exp(-scale * r);
        }

        @Override
        @Differentiable(derivatives = Derivative.HESSIAN_VECTOR)
        public Shift gradient(Vertex p) {
            return new Shift(p.x() * p.y(), 1);
        }
    }

    static final Shape[] SHAPES = {new Disk(1), new Half(0.6, -0.8), new Ring()};

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double x, double[] a, int first) {
        Vertex p = new Vertex(x, a[0] * x + 1, a);
        double s = 0;
        for (int i = first; i < 3; i++) {
            Shape shape = SHAPES[i];
            double d = shape.distance(p, x);
            Shift g = shape.gradient(p);
            s += d * d + g.dx() * a[1] - g.dy();
            p = new Vertex(p.x() - 0.1 * g.dx(), p.y() - 0.1 * d * g.dy(), p.w());
        }
        return s + p.x();
    }
}
