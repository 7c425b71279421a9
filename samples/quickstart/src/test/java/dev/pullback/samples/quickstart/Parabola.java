package dev.pullback.samples.quickstart;

import dev.pullback.runtime.Objective;

/** {@code |x|^2 / 2}, for tests that need any objective. */
final class Parabola implements Objective {

    @Override
    public double value(double[] point) {
        double sum = 0.0;
        for (double entry : point) {
            sum += 0.5 * entry * entry;
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        System.arraycopy(point, 0, gradient, 0, point.length);
        return value(point);
    }
}
