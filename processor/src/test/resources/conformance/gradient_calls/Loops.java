package conformance.gradient_calls;

import dev.pullback.annotations.Derivative;
import dev.pullback.annotations.Differentiable;

// args: double[4], double 0.2, int 3
// args: double[4], double 0.2, int 0
// args: double[1], double 0.2, int 2
/** Leapfrog steps with the gradient of a potential of another class, and Newton's method with that of a polynomial of this one. */
public final class Loops {

    private Loops() {}

    @Differentiable(derivatives = Derivative.PUSHFORWARD)
    public static double f(double[] q, double dt, int n) {
        double[] p = new double[q.length];
        for (int t = 0; t < n; t++) {
            kick(q, p, 0.5 * dt);
            for (int i = 0; i < q.length; i++) {
                q[i] += dt * p[i];
            }
            kick(q, p, 0.5 * dt);
        }
        double energy = Springs.potential(q);
        for (double v : p) {
            energy += 0.5 * v * v * v;
        }
        return energy + root(1 + dt, 4);
    }

    private static void kick(double[] q, double[] p, double dt) {
        double[] force = SpringsDerivatives.potentialGradient(q);
        for (int i = 0; i < p.length; i++) {
            if (force[i] > 10) {
                continue;
            }
            p[i] -= dt * force[i];
        }
    }

    private static double root(double x, int steps) {
        while (steps-- > 0 && Math.abs(polynomial(x)) > 1e-3) {
            x -= polynomial(x) / LoopsDerivatives.polynomialGradient(x);
        }
        return x;
    }

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double polynomial(double x) {
        return x * x * x - 2 * x - 5;
    }
}

final class Springs {
    private Springs() {}

    @Differentiable(derivatives = Derivative.THIRD_ORDER)
    static double potential(double[] q) {
        double sum = 0;
        for (int i = 1; i < q.length; i++) {
            double s = q[i] - q[i - 1];
            sum += 0.5 * s * s + 0.25 * s * s * s * s;
        }
        return sum + 0.1 * q[0] * q[0];
    }
}
