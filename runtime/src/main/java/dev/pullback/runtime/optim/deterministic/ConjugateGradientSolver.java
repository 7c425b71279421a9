package dev.pullback.runtime.optim.deterministic;

import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.optim.run.Vectors;

/**
 * Minimizes the model {@code g.p + p.H p / 2} roughly within a trust region by conjugate gradients.
 *
 * <p>Source: Steihaug 1983, "The Conjugate Gradient Method and Trust Regions in Large Scale Optimization"; as in Nocedal and
 * Wright 2006, "Numerical Optimization", algorithm 7.2, with the tolerance {@code min(1/2, sqrt(|g|)) |g|}. Without a radius,
 * negative curvature ends it where it is, or at {@code -g} in the first iteration (algorithm 7.1).
 *
 * <p>Holds the buffers of one run: not thread-safe, no allocation after construction.
 */
final class ConjugateGradientSolver {

    private final SecondOrderObjective objective;
    private final double[] residual;
    private final double[] along;
    private final double[] product;

    ConjugateGradientSolver(SecondOrderObjective objective, int size) {
        this.objective = objective;
        this.residual = new double[size];
        this.along = new double[size];
        this.product = new double[size];
    }

    /**
     * Solves.
     *
     * @param radius the radius of the trust region, or infinity
     * @param step zero at the start, receives the step
     * @return the products used
     */
    int solve(double[] point, double[] gradient, double radius, double[] step) {
        double norm = Vectors.norm(gradient);
        double tolerance = Math.min(0.5, Math.sqrt(norm)) * norm;
        Vectors.copy(gradient, residual);
        Vectors.negate(gradient, along);
        double square = Vectors.dot(residual, residual);
        int most = 2 * step.length + 10;
        for (int products = 1; products <= most; products++) {
            objective.hessianVector(point, along, product);
            double curvature = Vectors.dot(along, product);
            if (!(curvature > 0.0)) {
                leaveAlongNegativeCurvature(gradient, radius, step, products);
                return products;
            }
            double length = square / curvature;
            if (radius < Double.POSITIVE_INFINITY && normAfter(step, length) >= radius) {
                Vectors.addScaled(toBorder(step, radius), along, step);
                return products;
            }
            Vectors.addScaled(length, along, step);
            Vectors.addScaled(length, product, residual);
            double next = Vectors.dot(residual, residual);
            if (Math.sqrt(next) < tolerance || !(next > 0.0)) {
                return products;
            }
            double beta = next / square;
            square = next;
            for (int i = 0; i < along.length; i++) {
                along[i] = beta * along[i] - residual[i];
            }
        }
        return most;
    }

    private void leaveAlongNegativeCurvature(double[] gradient, double radius, double[] step, int products) {
        if (radius < Double.POSITIVE_INFINITY) {
            Vectors.addScaled(toBorder(step, radius), along, step);
        } else if (products == 1) {
            Vectors.negate(gradient, step);
        }
    }

    private double normAfter(double[] step, double length) {
        double sum = 0.0;
        for (int i = 0; i < step.length; i++) {
            double entry = step[i] + length * along[i];
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    /** The positive root of {@code |step + t along| = radius}. */
    private double toBorder(double[] step, double radius) {
        double a = Vectors.dot(along, along);
        double b = Vectors.dot(step, along);
        double c = radius * radius - Vectors.dot(step, step);
        double root = Math.sqrt(Math.max(0.0, b * b + a * c));
        return b > 0.0 ? Math.max(0.0, c) / (b + root) : (root - b) / a;
    }
}
