package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.annotations.Passive;
import dev.pullback.runtime.Objective;
import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.Workspace;
import java.util.Arrays;

/** Arrays of records as independents: bodies that attract each other, against the same formula on arrays of numbers. */
public final class Bodies {

    private Bodies() {}

    record Vector(double x, float y) {}

    record Body(Vector position, double mass, int charge, boolean isFixed) {}

    /** With subclasses, guards, an accessor of another name, and a factory. */
    static class Probe {
        private final double at;
        private final double weight;

        private Probe(double at, double weight) {
            this.at = at;
            this.weight = weight;
        }

        static Probe of(double at, double weight) {
            return new Probe(at, weight);
        }

        double getAt() {
            return at;
        }

        double getWeight() {
            return weight;
        }
    }

    static final class Heavy extends Probe {
        Heavy(double at) {
            super(at, 1e9);
        }
    }

    @Differentiable(
            derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN, Derivative.HESSIAN_VECTOR, Derivative.EXAMPLE_LOSS})
    static double energy(Body[] bodies, @Passive double softening, Probe[] probes, double scale, double[] w) {
        double energy = 0;
        for (Body b : bodies) {
            if (b.isFixed()) {
                continue;
            }
            for (int j = 0; j < probes.length; j++) {
                double distance = b.position().x() - probes[j].getAt();
                energy += b.mass() * probes[j].getWeight() * b.charge() / (softening + distance * distance);
            }
            energy += w[0] * b.position().y();
        }
        return scale * energy;
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN, Derivative.HESSIAN_VECTOR})
    static double plain(
            double[] x,
            float[] y,
            double[] mass,
            @Passive int[] charge,
            @Passive boolean[] isFixed,
            @Passive double softening,
            double[] at,
            double[] weight,
            double scale,
            double[] w) {
        double energy = 0;
        for (int i = 0; i < x.length; i++) {
            if (isFixed[i]) {
                continue;
            }
            for (int j = 0; j < at.length; j++) {
                double distance = x[i] - at[j];
                energy += mass[i] * weight[j] * charge[i] / (softening + distance * distance);
            }
            energy += w[0] * y[i];
        }
        return scale * energy;
    }

    @Differentiable(derivatives = Derivative.JACOBIAN)
    static double[] field(Probe[] probes, @Passive double[] places) {
        double[] result = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            for (Probe p : probes) {
                result[i] += p.getWeight() * Math.exp(p.getAt() * places[i]);
            }
        }
        return result;
    }

    @Differentiable
    static double ofOne(Probe... probes) {
        return probes.length == 0 ? 0 : probes[0].getAt() * probes[probes.length - 1].getWeight();
    }

    @Differentiable(wrt = "x")
    static double constantBodies(Body[] bodies, double x) {
        double sum = 0;
        for (Body b : bodies) {
            sum += x * b.mass();
        }
        return sum * x;
    }

    /** Compares with the arrays of numbers. */
    public static void check() {
        Body[] bodies = {
            new Body(new Vector(0.5, 1.5f), 2, 1, false),
            new Body(new Vector(-1, 0.25f), 3, -2, true),
            new Body(new Vector(0.75, -1f), 0.5, 3, false)
        };
        Probe[] probes = {Probe.of(0.1, 2), Probe.of(1.1, -3)};
        double[] w = {0.7};
        checkFirstOrder(bodies, probes, w);
        checkPoint(bodies, probes, w);
        checkJacobian(probes);
        checkBadArguments(bodies, probes, w);
        near(BodiesDerivatives.ofOneGradient(Probe.of(2, 3))[0].weight, 2);
        near(BodiesDerivatives.ofOneGradient(probes)[0].at, -3);
        BodiesDerivatives.ofOneGradient();
        near(BodiesDerivatives.constantBodiesGradient(bodies, 2), 4 * 5.5);
    }

    private static void checkFirstOrder(Body[] bodies, Probe[] probes, double[] w) {
        double[] x = {0.5, -1, 0.75};
        float[] y = {1.5f, 0.25f, -1f};
        double[] mass = {2, 3, 0.5};
        int[] charge = {1, -2, 3};
        boolean[] isFixed = {false, true, false};
        double[] at = {0.1, 1.1};
        double[] weight = {2, -3};
        var expected = BodiesDerivatives.plainGradient(x, y, mass, charge, isFixed, 0.3, at, weight, 1.25, w);
        var gradient = BodiesDerivatives.energyGradient(bodies, 0.3, probes, 1.25, w);
        for (int i = 0; i < 3; i++) {
            near(gradient.bodies()[i].position.x, expected.x()[i]);
            near(gradient.bodies()[i].position.y, expected.y()[i]);
            near(gradient.bodies()[i].mass, expected.mass()[i]);
        }
        for (int j = 0; j < 2; j++) {
            near(gradient.probes()[j].at, expected.at()[j]);
            near(gradient.probes()[j].weight, expected.weight()[j]);
        }
        near(gradient.scale(), expected.scale());
        near(gradient.w()[0], expected.w()[0]);

        var bodyBars = BodiesDerivatives.BodyTwin.zeros(3);
        var probeBars = BodiesDerivatives.ProbeTwin.zerosLike(probes);
        bodyBars[2].mass = 10;
        double[] wBar = {1};
        double[] scalarBars = {2};
        BodiesDerivatives.energyPullback(bodies, 0.3, probes, 1.25, w, 0.5, bodyBars, probeBars, wBar, scalarBars);
        near(bodyBars[2].mass, 10 + 0.5 * expected.mass()[2]);
        near(bodyBars[0].position.x, 0.5 * expected.x()[0]);
        near(probeBars[1].at, 0.5 * expected.at()[1]);
        near(wBar[0], 1 + 0.5 * expected.w()[0]);
        near(scalarBars[0], 2 + 0.5 * expected.scale());

        var bodyDots = BodiesDerivatives.BodyTwin.zeros(3);
        bodyDots[0].position.y = 0.5;
        bodyDots[2].mass = -2;
        var probeDots = BodiesDerivatives.ProbeTwin.zeros(2);
        probeDots[1].weight = 3;
        near(
                BodiesDerivatives.energyPushforward(bodies, 0.3, probes, 1.25, w, bodyDots, probeDots, 0.25, new double[1]),
                0.5 * expected.y()[0]
                        - 2 * expected.mass()[2]
                        + 3 * expected.weight()[1]
                        + 0.25 * expected.scale());
    }

    private static void checkPoint(Body[] bodies, Probe[] probes, double[] w) {
        double[] point = BodiesDerivatives.energyPoint(bodies, probes, 1.25, w);
        double[] expectedPoint = {0.5, -1, 0.75, 1.5, 0.25, -1, 2, 3, 0.5, 0.1, 1.1, 2, -3, 1.25, 0.7};
        if (!Arrays.equals(point, expectedPoint)) {
            throw new AssertionError(Arrays.toString(point));
        }
        var back = BodiesDerivatives.energyIndependents(point, bodies, probes, w);
        if (!Arrays.equals(back.bodies(), bodies) || back.probes()[1].getWeight() != -3) {
            throw new AssertionError(Arrays.toString(back.bodies()));
        }
        SecondOrderObjective objective = BodiesDerivatives.energyObjective(bodies, 0.3, probes, 1.25, w);
        near(objective.value(point), energy(bodies, 0.3, probes, 1.25, w));
        double[] gradient = new double[point.length];
        near(objective.valueAndGradient(point, gradient), objective.value(point));
        double[] at = {0.1, 1.1};
        double[] weight = {2, -3};
        Objective plain = BodiesDerivatives.plainObjective(
                new int[] {1, -2, 3}, new boolean[] {false, true, false}, 0.3, 3, 3, 3, 2, 2, 1);
        double[] expected = new double[point.length];
        plain.valueAndGradient(point, expected);
        double[] vector = new double[point.length];
        double[] product = new double[point.length];
        Arrays.setAll(vector, i -> Math.sin(i));
        objective.hessianVector(point, vector, product);
        double[][] hessian = BodiesDerivatives.energyHessian(bodies, 0.3, probes, 1.25, w);
        double[] x = {0.5, -1, 0.75};
        float[] y = {1.5f, 0.25f, -1f};
        double[] mass = {2, 3, 0.5};
        int[] charge = {1, -2, 3};
        boolean[] isFixed = {false, true, false};
        double[][] plainHessian =
                BodiesDerivatives.plainHessian(x, y, mass, charge, isFixed, 0.3, at, weight, 1.25, w);
        double[] plainProduct =
                BodiesDerivatives.plainHessianVector(x, y, mass, charge, isFixed, 0.3, at, weight, 1.25, w, vector);
        for (int i = 0; i < point.length; i++) {
            near(gradient[i], expected[i]);
            near(product[i], plainProduct[i]);
            for (int j = 0; j < point.length; j++) {
                near(hessian[i][j], plainHessian[i][j]);
            }
        }
        String blocks = objective.parameterBlocks(point.length).toString();
        if (!blocks.contains("bodies.position.x") || !blocks.contains("probes.weight")) {
            throw new AssertionError(blocks);
        }
    }

    private static void checkJacobian(Probe[] probes) {
        double[] places = {0.5, -0.25, 1};
        double[][] jacobian = BodiesDerivatives.fieldJacobian(probes, places);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double e = Math.exp(probes[j].getAt() * places[i]);
                near(jacobian[i][j], probes[j].getWeight() * places[i] * e);
                near(jacobian[i][2 + j], e);
            }
        }
        places = new double[] {2};
        jacobian = BodiesDerivatives.fieldJacobian(probes, places);
        near(jacobian[0][3], Math.exp(2 * probes[1].getAt()));
    }

    private static void checkBadArguments(Body[] bodies, Probe[] probes, double[] w) {
        var bars = BodiesDerivatives.BodyTwin.zeros(3);
        bars[0].mass = 4;
        Workspace workspace = new Workspace();
        double[] wBar = new double[1];
        double[] scalarBars = new double[1];
        throwing("probesBar has length 1", () -> BodiesDerivatives.energyValueAndGradient(
                bodies, 0.3, probes, 1, w, bars, BodiesDerivatives.ProbeTwin.zeros(1), wBar, scalarBars, workspace));
        throwing("probesBar[1] is null", () -> BodiesDerivatives.energyValueAndGradient(
                bodies,
                0.3,
                probes,
                1,
                w,
                bars,
                Arrays.copyOf(BodiesDerivatives.ProbeTwin.zeros(1), 2),
                wBar,
                scalarBars,
                workspace));
        var twice = BodiesDerivatives.ProbeTwin.zeros(2);
        twice[1] = twice[0];
        throwing("probesBar holds one object twice", () -> BodiesDerivatives.energyValueAndGradient(
                bodies, 0.3, probes, 1, w, BodiesDerivatives.BodyTwin.zeros(3), twice, wBar, scalarBars, workspace));
        throwing("", () -> BodiesDerivatives.energyGradient(new Body[] {bodies[0], null}, 0.3, probes, 1, w));
        throwing("", () -> BodiesDerivatives.energyValueAndGradient(
                bodies, 0.3, new Probe[1], 1, w, bars, BodiesDerivatives.ProbeTwin.zeros(1), wBar, scalarBars, workspace));
        throwing("Heavy", () -> BodiesDerivatives.energyGradient(
                bodies, 0.3, new Probe[] {probes[0], new Heavy(1)}, 1, w));
        near(bars[0].mass, 4);
    }

    private static void throwing(String message, Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException | NullPointerException e) {
            if (!String.valueOf(e.getMessage()).contains(message)) {
                throw new AssertionError(e);
            }
            return;
        }
        throw new AssertionError("nothing thrown: " + message);
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-12 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
