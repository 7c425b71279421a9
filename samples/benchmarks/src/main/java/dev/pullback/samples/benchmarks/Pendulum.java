package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Checkpointed;
import dev.pullback.annotations.Differentiable;

/** A damped pendulum, integrated by the classical Runge-Kutta method over many steps. */
final class Pendulum {

    private Pendulum() {}

    /**
     * A state.
     *
     * @param angle from the rest, in radians
     * @param speed its derivative
     */
    record State(double angle, double speed) {

        private State moved(double h, State slope) {
            return new State(angle + h * slope.angle, speed + h * slope.speed);
        }
    }

    /** The angle at the end. */
    @Differentiable(wrt = {"start", "damping"})
    static double angle(double start, double damping, double h, int steps) {
        State state = new State(start, 0);
        for (int i = 0; i < steps; i++) {
            state = next(state, damping, h);
        }
        return state.angle();
    }

    /** The same, of whose states the gradient keeps 1000. */
    @Checkpointed(snapshots = 1000)
    @Differentiable(wrt = {"start", "damping"})
    static double angleFromSnapshots(double start, double damping, double h, int steps) {
        State state = new State(start, 0);
        for (int i = 0; i < steps; i++) {
            state = next(state, damping, h);
        }
        return state.angle();
    }

    private static State next(State s, double damping, double h) {
        State k1 = slope(s, damping);
        State k2 = slope(s.moved(0.5 * h, k1), damping);
        State k3 = slope(s.moved(0.5 * h, k2), damping);
        State k4 = slope(s.moved(h, k3), damping);
        return s.moved(h / 6, k1).moved(h / 3, k2).moved(h / 3, k3).moved(h / 6, k4);
    }

    private static State slope(State s, double damping) {
        return new State(s.speed(), -Math.sin(s.angle()) - damping * s.speed());
    }
}
