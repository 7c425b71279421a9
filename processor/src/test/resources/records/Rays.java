package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.Objective;

/** Value classes as arguments and results: with getters, with fields, made by a factory; one that may have subclasses. */
public final class Rays {

    private Rays() {}

    /** Not final. */
    static class Vec {
        private final double x;
        private final double y;

        Vec(double x, double y) {
            this.x = x;
            this.y = y;
        }

        double getX() {
            return x;
        }

        double getY() {
            return y;
        }

        Vec plus(Vec o, double t) {
            return new Vec(x + t * o.x, y + t * o.y);
        }

        double dot(Vec o) {
            return x * o.x + y * o.y;
        }
    }

    /** Has another inner product. */
    static final class Hyperbolic extends Vec {
        Hyperbolic(double x, double y) {
            super(x, y);
        }

        @Override
        double dot(Vec o) {
            return getX() * o.getX() - getY() * o.getY();
        }
    }

    /** Made by its factory only. */
    static final class Ray {
        final Vec from;
        final Vec along;
        final double[] weights;
        private final int steps;

        private Ray(Vec from, Vec along, double[] weights, int steps) {
            this.from = from;
            this.along = along;
            this.weights = weights;
            this.steps = steps;
        }

        static Ray of(Vec from, Vec along, double[] weights, int steps) {
            return new Ray(from, along, weights, steps);
        }

        int steps() {
            return steps;
        }

        Vec at(double t) {
            return from.plus(along, t);
        }
    }

    /** With respect to a ray and a point. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double energy(Ray ray, Vec center, double g) {
        double e = 0;
        for (int i = 0; i < ray.steps(); i++) {
            Vec p = ray.at(0.1 * i).plus(center, -1);
            e += ray.weights[i] * p.dot(p) + g * p.getX();
        }
        return e;
    }

    /** The same on numbers. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double flat(
            double fx, double fy, double ax, double ay, double[] weights, int steps, double cx, double cy, double g) {
        return energy(Ray.of(new Vec(fx, fy), new Vec(ax, ay), weights, steps), new Vec(cx, cy), g);
    }

    /** A value class as result. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static Vec reflected(Vec v, Vec normal) {
        return v.plus(normal, -2 * v.dot(normal) / normal.dot(normal));
    }

    /** Compares them. */
    public static void check() {
        double[] w = {1, 0.5, 0.25};
        Ray ray = Ray.of(new Vec(1, 2), new Vec(-0.5, 0.75), w, 3);
        Vec center = new Vec(0.25, -1);
        RaysDerivatives.FlatGradient flat = RaysDerivatives.flatGradient(1, 2, -0.5, 0.75, w, 3, 0.25, -1, 0.5);
        RaysDerivatives.EnergyGradient gradient = RaysDerivatives.energyGradient(ray, center, 0.5);
        near(gradient.ray().from.x, flat.fx());
        near(gradient.ray().from.y, flat.fy());
        near(gradient.ray().along.x, flat.ax());
        near(gradient.ray().along.y, flat.ay());
        near(gradient.ray().weights[1], flat.weights()[1]);
        near(gradient.center().x, flat.cx());
        near(gradient.center().y, flat.cy());
        near(gradient.g(), flat.g());
        RaysDerivatives.RayTwin bar = RaysDerivatives.RayTwin.zerosLike(ray);
        RaysDerivatives.VecTwin centerBar = RaysDerivatives.VecTwin.zerosLike(center);
        double[] scalarBars = new double[1];
        near(
                RaysDerivatives.energyValueAndGradient(ray, center, 0.5, bar, centerBar, scalarBars),
                energy(ray, center, 0.5));
        near(bar.along.y, flat.ay());
        double[] flatDots = {0, 1, 0};
        near(
                RaysDerivatives.energyPushforward(
                        ray,
                        center,
                        0.5,
                        new RaysDerivatives.RayTwin(
                                new RaysDerivatives.VecTwin(1, 0), new RaysDerivatives.VecTwin(0, 2), flatDots),
                        new RaysDerivatives.VecTwin(3, 0),
                        -1),
                flat.fx() + 2 * flat.ay() + flat.weights()[1] + 3 * flat.cx() - flat.g());
        Objective objective = RaysDerivatives.energyObjective(3);
        double[] g = new double[10];
        near(
                objective.valueAndGradient(new double[] {1, 2, -0.5, 0.75, 1, 0.5, 0.25, 0.25, -1, 0.5}, g),
                energy(ray, center, 0.5));
        near(g[3], flat.ay());
        near(g[5], flat.weights()[1]);
        near(g[8], flat.cy());
        results();
        subclasses(ray);
    }

    private static void results() {
        Vec v = new Vec(1, 2);
        Vec n = new Vec(0.5, -1);
        RaysDerivatives.VecTwin vBar = RaysDerivatives.VecTwin.zerosLike(v);
        RaysDerivatives.VecTwin nBar = RaysDerivatives.VecTwin.zerosLike(n);
        RaysDerivatives.VecTwin seed = new RaysDerivatives.VecTwin(2, -3);
        RaysDerivatives.reflectedPullback(v, n, seed, vBar, nBar);
        RaysDerivatives.VecTwin dot = RaysDerivatives.reflectedPushforward(
                v, n, new RaysDerivatives.VecTwin(0.5, 1), new RaysDerivatives.VecTwin(-1, 0.25));
        near(2 * dot.x - 3 * dot.y, 0.5 * vBar.x + vBar.y - nBar.x + 0.25 * nBar.y);
        double h = 1e-6;
        double difference = reflected(new Vec(1 + h, 2), n).getY() - reflected(new Vec(1 - h, 2), n).getY();
        double other = reflected(new Vec(1 + h, 2), n).getX() - reflected(new Vec(1 - h, 2), n).getX();
        if (Math.abs((2 * other - 3 * difference) / (2 * h) - vBar.x) > 1e-7) {
            throw new AssertionError(vBar.x);
        }
    }

    /** The body of a method that a subclass overrides is not the one that was read. */
    private static void subclasses(Ray ray) {
        RaysDerivatives.VecTwin untouched = new RaysDerivatives.VecTwin(5, 5);
        for (Ray other : new Ray[] {ray, Ray.of(new Hyperbolic(1, 2), ray.along, ray.weights, 3)}) {
            Vec center = other == ray ? new Hyperbolic(1, 2) : new Vec(1, 2);
            try {
                RaysDerivatives.energyValueAndGradient(
                        other, center, 0.5, RaysDerivatives.RayTwin.zerosLike(ray), untouched, new double[1]);
            } catch (IllegalArgumentException expected) {
                near(untouched.x, 5);
                continue;
            }
            throw new AssertionError("no exception");
        }
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-13 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
