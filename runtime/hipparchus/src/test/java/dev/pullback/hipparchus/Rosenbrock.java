package dev.pullback.hipparchus;

import dev.pullback.runtime.Objective;

/** Rosenbrock's valley in two dimensions, with the minimum at (1, 1). */
final class Rosenbrock implements Objective {
    @Override
    public double value(double[] point) {
        double slope = point[1] - point[0] * point[0];
        double rest = 1.0 - point[0];
        return 100.0 * slope * slope + rest * rest;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        double slope = point[1] - point[0] * point[0];
        gradient[0] = -400.0 * slope * point[0] - 2.0 * (1.0 - point[0]);
        gradient[1] = 200.0 * slope;
        return value(point);
    }
}
