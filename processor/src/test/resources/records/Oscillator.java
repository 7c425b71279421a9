package records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

/** From record to record: the pullback of a step multiplies twin by twin. */
public final class Oscillator {

    private Oscillator() {}

    /** A state; its constructor rejects what may well be a derivative. */
    record State(double position, double velocity, int step) {
        State {
            if (position < 0) {
                throw new IllegalArgumentException("below ground");
            }
        }
    }

    /** What the spring is like. */
    record Spring(double stiffness, double damping) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    static State step(State s, Spring spring, double h) {
        double a = -spring.stiffness() * s.position() - spring.damping() * s.velocity();
        double v = s.velocity() + h * a;
        return new State(s.position() + h * v, v, s.step() + 1);
    }

    @Differentiable
    static double weighted(State s, Spring spring, double h, double p, double q) {
        State next = step(s, spring, h);
        return p * next.position() + q * next.velocity();
    }

    /** The adjoint of the result is read only, and the bars are added to. */
    public static void check() {
        State s = new State(1.5, -0.25, 3);
        Spring spring = new Spring(2, 0.125);
        OscillatorDerivatives.StateTwin resultBar = new OscillatorDerivatives.StateTwin(-0.75, 2);
        OscillatorDerivatives.StateTwin sBar = OscillatorDerivatives.StateTwin.zerosLike(s);
        OscillatorDerivatives.SpringTwin springBar = new OscillatorDerivatives.SpringTwin(1, 1);
        double[] scalarBars = {10};
        OscillatorDerivatives.stepPullback(s, spring, 0.1, resultBar, sBar, springBar, scalarBars);
        OscillatorDerivatives.WeightedGradient all =
                OscillatorDerivatives.weightedGradient(s, spring, 0.1, -0.75, 2);
        near(sBar.position, all.s().position);
        near(sBar.velocity, all.s().velocity);
        near(springBar.stiffness, all.spring().stiffness + 1);
        near(springBar.damping, all.spring().damping + 1);
        near(scalarBars[0], all.h() + 10);
        near(resultBar.position, -0.75);
        near(resultBar.velocity, 2);

        OscillatorDerivatives.StateTwin dot = OscillatorDerivatives.stepPushforward(
                s,
                spring,
                0.1,
                new OscillatorDerivatives.StateTwin(1, -1),
                new OscillatorDerivatives.SpringTwin(0.5, 0.25),
                3);
        double product = sBar.position
                - sBar.velocity
                + 0.5 * (springBar.stiffness - 1)
                + 0.25 * (springBar.damping - 1)
                + 3 * (scalarBars[0] - 10);
        near(-0.75 * dot.position + 2 * dot.velocity, product);
    }

    private static void near(double actual, double expected) {
        if (!(Math.abs(actual - expected) <= 1e-13 * (1 + Math.abs(expected)))) {
            throw new AssertionError(actual + " for " + expected);
        }
    }
}
