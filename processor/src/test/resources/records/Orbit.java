package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;

/** Records of scalars and records, with a component that carries no derivative. */
public final class Orbit {

    private Orbit() {}

    /** A vector. */
    public record Vec(double x, double y) {
        Vec plus(Vec other, double factor) {
            return new Vec(x + factor * other.x, y + factor * other.y);
        }

        double squared() {
            return x * x + y * y;
        }
    }

    /** A body. */
    public record Body(Vec position, Vec velocity, double mass, int steps) {
        public Body {
            mass = 2 * mass;
        }
    }

    /** The method under test. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double energy(double g, Body body, Vec start) {
        Vec p = body.position().plus(start, 0.5);
        Vec v = body.velocity();
        for (int i = 0; i < body.steps(); i++) {
            v = v.plus(p, -g * 0.1 / (1 + p.squared()));
            p = p.plus(v, 0.1);
        }
        return 0.5 * body.mass() * v.squared() - g / Math.sqrt(p.squared());
    }

    /** The same on numbers; the constructor of the record doubles the mass. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double flat(
            double g, double px, double py, double vx, double vy, double mass, int steps, double sx, double sy) {
        return energy(g, new Body(new Vec(px, py), new Vec(vx, vy), mass, steps), new Vec(sx, sy));
    }

    /** Compares them. */
    public static void check() {
        Body body = new Body(new Vec(1.0, 0.5), new Vec(-0.25, 0.75), 1.5, 7);
        Vec start = new Vec(0.125, -2.0);
        double[] flat = OrbitDerivatives.flatGradient(0.3, 1.0, 0.5, -0.25, 0.75, 1.5, 7, 0.125, -2.0);
        // With respect to the component, which is twice the argument of the constructor.
        flat[5] /= 2;

        OrbitDerivatives.BodyTwin bodyBar = new OrbitDerivatives.BodyTwin(
                new OrbitDerivatives.VecTwin(9, 9), new OrbitDerivatives.VecTwin(9, 9), 9);
        OrbitDerivatives.VecTwin startBar = OrbitDerivatives.VecTwin.zerosLike(start);
        double[] scalarBars = new double[1];
        Workspace workspace = new Workspace();
        double value =
                OrbitDerivatives.energyValueAndGradient(0.3, body, start, bodyBar, startBar, scalarBars, workspace);
        same(value, energy(0.3, body, start));
        same(numbers(scalarBars[0], bodyBar, startBar), flat);

        OrbitDerivatives.EnergyGradient gradient = OrbitDerivatives.energyGradient(0.3, body, start);
        same(numbers(gradient.g(), gradient.body(), gradient.start()), flat);

        OrbitDerivatives.energyPullback(0.3, body, start, 2.0, bodyBar, startBar, scalarBars);
        for (int i = 0; i < flat.length; i++) {
            near(numbers(scalarBars[0], bodyBar, startBar)[i], 3 * flat[i]);
        }

        double[] direction = {0.5, 1, -1, 0.25, 2, -0.5, 1, 3};
        OrbitDerivatives.BodyTwin bodyDot = new OrbitDerivatives.BodyTwin(
                new OrbitDerivatives.VecTwin(1, -1), new OrbitDerivatives.VecTwin(0.25, 2), -0.5);
        double dot = OrbitDerivatives.energyPushforward(
                0.3, body, start, 0.5, bodyDot, new OrbitDerivatives.VecTwin(1, 3));
        double product = 0;
        for (int i = 0; i < flat.length; i++) {
            product += flat[i] * direction[i];
        }
        near(dot, product);

        changedByConstructor();
        if (!bodyBar.toString().startsWith("BodyTwin[position=VecTwin[x=")) {
            throw new AssertionError(bodyBar.toString());
        }
        nullBar(body, start);
    }

    /** An objective makes its record anew, and then the constructor has a derivative of its own. */
    private static void changedByConstructor() {
        Objective objective = OrbitDerivatives.energyObjective(7);
        try {
            objective.value(new double[] {0.3, 1.0, 0.5, -0.25, 0.75, 1.5, 0.125, -2.0});
        } catch (IllegalStateException expected) {
            return;
        }
        throw new AssertionError("no exception");
    }

    private static void nullBar(Body body, Vec start) {
        double[] untouched = {5};
        try {
            OrbitDerivatives.energyValueAndGradient(
                    0.3, body, start, new OrbitDerivatives.BodyTwin(null, null, 0), null, untouched);
        } catch (NullPointerException expected) {
            same(untouched[0], 5);
            return;
        }
        throw new AssertionError("no exception");
    }

    private static double[] numbers(double g, OrbitDerivatives.BodyTwin b, OrbitDerivatives.VecTwin s) {
        return new double[] {
            g, b.position.x, b.position.y, b.velocity.x, b.velocity.y, b.mass, s.x, s.y
        };
    }

    private static void same(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            near(actual[i], expected[i]);
        }
        if (actual.length != expected.length) {
            throw new AssertionError(Arrays.toString(actual));
        }
    }

    private static void same(double actual, double expected) {
        if (Double.compare(actual, expected) != 0) {
            throw new AssertionError(actual + " for " + expected);
        }
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-13 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
