package conformance.recurrence;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double, double, double in [0.1, 1], int 4
/** Fourth-order steps of a pendulum. */
public final class RungeKutta {

    private RungeKutta() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double angle, double speed, double damping, int steps) {
        double h = 0.1;
        for (int i = 0; i < steps; i++) {
            double a1 = speed;
            double s1 = acceleration(angle, speed, damping);
            double a2 = speed + 0.5 * h * s1;
            double s2 = acceleration(angle + 0.5 * h * a1, a2, damping);
            double a3 = speed + 0.5 * h * s2;
            double s3 = acceleration(angle + 0.5 * h * a2, a3, damping);
            double a4 = speed + h * s3;
            double s4 = acceleration(angle + h * a3, a4, damping);
            angle += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
            speed += h / 6 * (s1 + 2 * s2 + 2 * s3 + s4);
        }
        return angle * angle + speed;
    }

    private static double acceleration(double angle, double speed, double damping) {
        return -Math.sin(angle) - damping * speed;
    }
}
