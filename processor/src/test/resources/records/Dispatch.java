package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/** The derivatives of an abstract method have twins of their own. */
public final class Dispatch {

    private Dispatch() {}

    /** A point, and weights. */
    record Spot(double x, double[] w) {}

    /** With a record as argument, and one as result. */
    sealed interface Field permits Linear {
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        double at(Spot spot, double t);

        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        Spot moved(Spot spot);
    }

    record Linear(double slope) implements Field {
        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public double at(Spot spot, double t) {
            return slope * spot.x() * spot.w()[0] * t;
        }

        @Override
        @Differentiable(derivatives = Derivative.PUSHFORWARD)
        public Spot moved(Spot spot) {
            return new Spot(slope * spot.x() * spot.x(), new double[] {spot.w()[0] * spot.x()});
        }
    }

    /** Compares with the formulas. */
    public static void check() {
        Field field = new Linear(3);
        Spot spot = new Spot(2, new double[] {5});
        Dispatch_FieldDerivatives.SpotTwin bar = Dispatch_FieldDerivatives.SpotTwin.zerosLike(spot);
        double[] scalarBars = new double[1];
        near(Dispatch_FieldDerivatives.atValueAndGradient(field, spot, 7, bar, scalarBars), 210);
        near(bar.x, 105);
        near(bar.w[0], 42);
        near(scalarBars[0], 30);
        Dispatch_FieldDerivatives.atPullback(field, spot, 7, 2, bar, scalarBars);
        near(bar.x, 315);
        near(bar.w[0], 126);
        near(scalarBars[0], 90);
        Dispatch_FieldDerivatives.SpotTwin dot = new Dispatch_FieldDerivatives.SpotTwin(1, new double[] {-1});
        near(Dispatch_FieldDerivatives.atPushforward(field, spot, 7, dot, 0.5), 105 - 42 + 15);
        Dispatch_FieldDerivatives.SpotTwin seed = new Dispatch_FieldDerivatives.SpotTwin(0.5, new double[] {2});
        Dispatch_FieldDerivatives.SpotTwin sum = Dispatch_FieldDerivatives.SpotTwin.zerosLike(spot);
        Dispatch_FieldDerivatives.movedPullback(field, spot, seed, sum);
        near(sum.x, 0.5 * 12 + 2 * 5);
        near(sum.w[0], 4);
        Dispatch_FieldDerivatives.SpotTwin moved = Dispatch_FieldDerivatives.movedPushforward(field, spot, dot);
        near(moved.x, 12);
        near(moved.w[0], 5 - 2);
        near(Dispatch_FieldDerivatives.atGradient(field, spot, 7).spot().x, 105);
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-13 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
