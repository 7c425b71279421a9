package conformance.record_arrays;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[12], double = 0.1, int 3
// args: double[8], double = 0.2, int 1
// args: double[4], double = 0.1, int 0
/** Bodies that attract each other: arrays of records made by helpers, replaced in a time loop, and summed up. */
public final class NBody {

    private NBody() {}

    record Body(double x, double y, double vx, double vy) {
        double speed2() {
            return vx * vx + vy * vy;
        }
    }

    @Differentiable(derivatives = {Derivative.PUSHFORWARD, Derivative.HESSIAN_VECTOR})
    public static double f(double[] v, double dt, int steps) {
        Body[] state = bodies(v);
        for (int s = 0; s < steps; s++) {
            state = step(state, dt);
        }
        return energy(state);
    }

    private static Body[] bodies(double[] v) {
        Body[] bodies = new Body[v.length / 4];
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = new Body(v[4 * i] + i, v[4 * i + 1], v[4 * i + 2], v[4 * i + 3]);
        }
        return bodies;
    }

    private static Body[] step(Body[] bodies, double dt) {
        Body[] next = new Body[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            Body b = bodies[i];
            double ax = 0;
            double ay = 0;
            for (int j = 0; j < bodies.length; j++) {
                if (j == i) {
                    continue;
                }
                double dx = bodies[j].x() - b.x();
                double dy = bodies[j].y() - b.y();
                double r2 = dx * dx + dy * dy + 0.1;
                double f = 1 / (r2 * Math.sqrt(r2));
                ax += f * dx;
                ay += f * dy;
            }
            double vx = b.vx() + dt * ax;
            double vy = b.vy() + dt * ay;
            next[i] = new Body(b.x() + dt * vx, b.y() + dt * vy, vx, vy);
        }
        return next;
    }

    private static double energy(Body[] bodies) {
        double e = 0;
        for (Body b : bodies) {
            e += 0.5 * b.speed2() + b.x() * b.x() * b.y();
        }
        return e;
    }
}
