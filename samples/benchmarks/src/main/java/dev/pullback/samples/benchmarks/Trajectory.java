package dev.pullback.samples.benchmarks;

import dev.pullback.annotations.Differentiable;

/** An orbit in a central field, integrated by the classical Runge-Kutta method. */
final class Trajectory {

    private Trajectory() {}

    /** The squared miss after some steps of length {@code h}, of a body that starts at {@code (x, y)} with {@code (u, v)}. */
    @Differentiable(wrt = {"x", "y", "u", "v", "mass"})
    static double miss(double x, double y, double u, double v, double mass, double h, int steps) {
        for (int s = 0; s < steps; s++) {
            double p1 = pull(x, y, mass);
            double ku1 = -x * p1;
            double kv1 = -y * p1;
            double x2 = x + 0.5 * h * u;
            double y2 = y + 0.5 * h * v;
            double u2 = u + 0.5 * h * ku1;
            double v2 = v + 0.5 * h * kv1;
            double p2 = pull(x2, y2, mass);
            double ku2 = -x2 * p2;
            double kv2 = -y2 * p2;
            double x3 = x + 0.5 * h * u2;
            double y3 = y + 0.5 * h * v2;
            double u3 = u + 0.5 * h * ku2;
            double v3 = v + 0.5 * h * kv2;
            double p3 = pull(x3, y3, mass);
            double ku3 = -x3 * p3;
            double kv3 = -y3 * p3;
            double x4 = x + h * u3;
            double y4 = y + h * v3;
            double u4 = u + h * ku3;
            double v4 = v + h * kv3;
            double p4 = pull(x4, y4, mass);
            x += h / 6 * (u + 2 * u2 + 2 * u3 + u4);
            y += h / 6 * (v + 2 * v2 + 2 * v3 + v4);
            u += h / 6 * (ku1 + 2 * ku2 + 2 * ku3 - x4 * p4);
            v += h / 6 * (kv1 + 2 * kv2 + 2 * kv3 - y4 * p4);
        }
        return (x - 1) * (x - 1) + y * y;
    }

    private static double pull(double x, double y, double mass) {
        double square = x * x + y * y;
        return mass / (square * Math.sqrt(square));
    }
}
