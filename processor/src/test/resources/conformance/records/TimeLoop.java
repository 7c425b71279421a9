package conformance.records;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double
// args: double 2.0, double 0.5, double 0.75
// seeds: 5
/** The state of a time loop as a record that each step replaces. */
public final class TimeLoop {

    private TimeLoop() {}

    record State(double q, double v) {}

    record Model(double stiffness, double damping, int steps) {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double q, double v, double k) {
        Model model = new Model(k, 0.1, 12);
        State s = new State(q, v);
        double energy = 0;
        for (int i = 0; i < model.steps(); i++) {
            s = step(s, 0.1, model);
            s = limited(s);
            energy += s.v() * s.v();
        }
        return energy + s.q();
    }

    private static State step(State s, double dt, Model m) {
        double force = -m.stiffness() * s.q() - m.damping() * s.v();
        return new State(s.q() + dt * s.v(), s.v() + dt * force);
    }

    private static State limited(State s) {
        if (s.q() > 1) {
            return new State(1 + 0.1 * (s.q() - 1), s.v());
        }
        if (s.v() < -0.5) {
            return new State(s.q(), -0.5);
        }
        return s;
    }
}
