package dev.pullback.samples.optimization;

import dev.pullback.runtime.SecondOrderObjective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.optim.leastsquares.ResidualFunction;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A problem of {@link MoreGarbowHillstrom} or {@link VariableDimensions}: the least sum of squares of its residuals.
 *
 * @param name its name and number in the paper
 * @param residual one residual with its gradient
 * @param curvature the products of the residual's Hessian
 * @param residuals the number of residuals m
 * @param start the standard starting point
 * @param optima the sums of squares at the published minima
 */
record TestProblem(
        String name,
        ExampleLoss<Integer> residual,
        Curvature curvature,
        int residuals,
        double[] start,
        double... optima) {

    /** Products with the Hessian of a residual: a generated {@code fHessianVector}. */
    @FunctionalInterface
    interface Curvature {
        void hessianVector(double[] point, int residual, double[] vector, double[] product, Workspace workspace);
    }

    /** The residuals for a least-squares solver. */
    ResidualFunction function() {
        return ResidualFunction.of(IntStream.range(0, residuals).boxed().toList(), residual);
    }

    /** The sum of squares for a minimizer. */
    SecondOrderObjective objective() {
        return new SecondOrderObjective() {
            private final Workspace workspace = new Workspace();
            private double[] row = {};

            @Override
            public double value(double[] point) {
                return valueAndGradient(point, new double[point.length]);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                if (row.length != point.length) {
                    row = new double[point.length];
                }
                Arrays.fill(gradient, 0.0);
                double sum = 0.0;
                for (int i = 0; i < residuals; i++) {
                    double r = residual.valueAndGradient(point, i, row, workspace);
                    sum += r * r;
                    for (int j = 0; j < row.length; j++) {
                        gradient[j] += 2.0 * r * row[j];
                    }
                }
                return sum;
            }

            @Override
            public void hessianVector(double[] point, double[] vector, double[] product) {
                double[] gradient = new double[point.length];
                double[] bent = new double[point.length];
                Arrays.fill(product, 0.0);
                for (int i = 0; i < residuals; i++) {
                    double r = residual.valueAndGradient(point, i, gradient, workspace);
                    curvature.hessianVector(point, i, vector, bent, workspace);
                    double along = 0.0;
                    for (int j = 0; j < point.length; j++) {
                        along += gradient[j] * vector[j];
                    }
                    for (int j = 0; j < point.length; j++) {
                        product[j] += 2.0 * (along * gradient[j] + r * bent[j]);
                    }
                }
            }
        };
    }

    /** The distance of a sum of squares from the nearest published one, relative to it (absolute below 1). */
    double distance(double sumOfSquares) {
        return Arrays.stream(optima)
                .map(optimum -> Math.abs(sumOfSquares - optimum) / (optimum > 0.0 ? optimum : 1.0))
                .min()
                .orElseThrow();
    }
}
