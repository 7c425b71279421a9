package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;
import dev.pullback.runtime.Objective;

/** Records of arrays, some of which the method overwrites. */
public final class Network {

    private Network() {}

    /** The parameters of one layer. */
    record Layer(double[][] weights, double[] bias, double scale) {
        @Override
        public double[] bias() {
            return bias.clone();
        }
    }

    /** One vector. */
    record Point(double[] x, boolean isShifted) {}

    /** The output of the layer, squared. */
    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double loss(Layer layer, double[] x) {
        double loss = 0;
        for (int i = 0; i < layer.weights().length; i++) {
            double z = layer.bias()[i];
            for (int j = 0; j < x.length; j++) {
                z += layer.weights()[i][j] * x[j];
            }
            double y = Math.tanh(z) * layer.scale();
            loss += y * y;
        }
        return loss;
    }

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static double flat(double[][] w, double[] b, double s, double[] x) {
        return loss(new Layer(w, b, s), x);
    }

    /** Overwrites the vector; with respect to one of two records. */
    @Differentiable(wrt = {"p", "k"}, derivatives = Derivative.PUSHFORWARD)
    static double smoothed(Point p, double k, Point other) {
        for (int i = 1; i < p.x().length; i++) {
            p.x()[i] += k * p.x()[i - 1] * other.x()[i];
        }
        return p.x()[p.x().length - 1] + (p.isShifted() ? k : 0);
    }

    @Differentiable(wrt = {"x", "k"}, derivatives = Derivative.PUSHFORWARD)
    static double flatSmoothed(double[] x, boolean isShifted, double k, double[] other) {
        return smoothed(new Point(x, isShifted), k, new Point(other, true));
    }

    /** One record alone. */
    @Differentiable
    static double norm(Point p) {
        double s = 0;
        for (double v : p.x()) {
            s += v * v;
        }
        return p.isShifted() ? s + 1 : s;
    }

    /** Compares them. */
    public static void check() {
        double[][] w = {{0.5, -1, 0.25}, {2, 0.125, -0.5}};
        double[] b = {0.1, -0.2};
        double[] x = {1, -0.5, 0.75};
        Layer layer = new Layer(w, b, 1.5);
        NetworkDerivatives.LayerTwin bar = NetworkDerivatives.LayerTwin.zerosLike(layer);
        double[] xBar = new double[3];
        double value = NetworkDerivatives.lossValueAndGradient(layer, x, bar, xBar);
        NetworkDerivatives.FlatGradient flat = NetworkDerivatives.flatGradient(w, b, 1.5, x);
        near(value, loss(layer, x));
        for (int i = 0; i < 2; i++) {
            near(bar.bias[i], flat.b()[i]);
            for (int j = 0; j < 3; j++) {
                near(bar.weights[i][j], flat.w()[i][j]);
                near(xBar[j], flat.x()[j]);
            }
        }
        near(bar.scale, flat.s());
        near(NetworkDerivatives.lossGradient(layer, x).layer().scale, flat.s());
        double dot = NetworkDerivatives.lossPushforward(layer, x, bar, xBar);
        near(dot, NetworkDerivatives.flatPushforward(w, b, 1.5, x, flat.w(), flat.b(), flat.s(), flat.x()));

        Objective objective = NetworkDerivatives.lossObjective(2, 3, 2, 3);
        double[] point = {0.5, -1, 0.25, 2, 0.125, -0.5, 0.1, -0.2, 1.5, 1, -0.5, 0.75};
        double[] g = new double[12];
        near(objective.valueAndGradient(point, g), value);
        near(g[4], flat.w()[1][1]);
        near(g[6], flat.b()[0]);
        near(g[8], flat.s());
        near(g[11], flat.x()[2]);
        shapes(layer, x);
        overwritten();
        alone();
    }

    private static void shapes(Layer layer, double[] x) {
        double[] xBar = {7, 7, 7};
        try {
            NetworkDerivatives.lossValueAndGradient(
                    layer, x, new NetworkDerivatives.LayerTwin(new double[2][3], new double[3], 0), xBar);
        } catch (IllegalArgumentException expected) {
            near(xBar[0], 7);
            return;
        }
        throw new AssertionError("no exception");
    }

    private static void overwritten() {
        double[] x = {1, 2, 3};
        double[] other = {0.5, -0.25, 2};
        NetworkDerivatives.PointTwin bar = new NetworkDerivatives.PointTwin(new double[3]);
        double[] scalarBars = new double[1];
        NetworkDerivatives.smoothedValueAndGradient(
                new Point(x, true), 0.75, new Point(other, false), bar, scalarBars);
        double[] y = {1, 2, 3};
        NetworkDerivatives.FlatSmoothedGradient flat = NetworkDerivatives.flatSmoothedGradient(y, true, 0.75, other);
        for (int i = 0; i < 3; i++) {
            near(x[i], y[i]);
            near(bar.x[i], flat.x()[i]);
        }
        near(scalarBars[0], flat.k());
        try {
            NetworkDerivatives.smoothedGradient(new Point(x, true), 0.75, new Point(x, false));
        } catch (IllegalArgumentException expected) {
            return;
        }
        throw new AssertionError("no exception");
    }

    private static void alone() {
        NetworkDerivatives.PointTwin gradient =
                NetworkDerivatives.normGradient(new Point(new double[] {1, -2}, false));
        near(gradient.x[1], -4);
        Objective objective = NetworkDerivatives.normObjective(true);
        double[] g = new double[3];
        near(objective.valueAndGradient(new double[] {1, 2, 3}, g), 15);
        near(g[2], 6);
        near(objective.value(new double[] {1}), 2);
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-13 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
