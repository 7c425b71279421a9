package dev.pullback.samples.optimization;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.optim.leastsquares.ResidualFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A problem of {@link MoreGarbowHillstrom}.
 *
 * @param name its name and number in the paper
 * @param residual one residual with its gradient
 * @param residuals the number of residuals m
 * @param start the standard starting point
 * @param optima the sums of squares at the published minima
 */
record TestProblem(String name, ExampleLoss<Integer> residual, int residuals, double[] start, double... optima) {

    /** All problems, in the order of the paper. */
    static List<TestProblem> all() {
        return Stream.concat(upToThreeVariables().stream(), manyVariables().stream())
                .toList();
    }

    private static List<TestProblem> upToThreeVariables() {
        return List.of(
                problem(
                        "Rosenbrock (1)",
                        MoreGarbowHillstromDerivatives::rosenbrockValueAndGradient,
                        2,
                        of(-1.2, 1),
                        0),
                problem(
                        "Freudenstein-Roth (2)",
                        MoreGarbowHillstromDerivatives::freudensteinRothValueAndGradient,
                        2,
                        of(0.5, -2),
                        0,
                        48.9842),
                problem(
                        "Powell badly scaled (3)",
                        MoreGarbowHillstromDerivatives::powellBadlyScaledValueAndGradient,
                        2,
                        of(0, 1),
                        0),
                problem(
                        "Brown badly scaled (4)",
                        MoreGarbowHillstromDerivatives::brownBadlyScaledValueAndGradient,
                        3,
                        of(1, 1),
                        0),
                problem("Beale (5)", MoreGarbowHillstromDerivatives::bealeValueAndGradient, 3, of(1, 1), 0),
                problem(
                        "Jennrich-Sampson (6)",
                        MoreGarbowHillstromDerivatives::jennrichSampsonValueAndGradient,
                        10,
                        of(0.3, 0.4),
                        124.362),
                problem(
                        "Helical valley (7)",
                        MoreGarbowHillstromDerivatives::helicalValleyValueAndGradient,
                        3,
                        of(-1, 0, 0),
                        0),
                problem("Bard (8)", MoreGarbowHillstromDerivatives::bardValueAndGradient, 15, of(1, 1, 1), 8.21487e-3),
                problem(
                        "Gaussian (9)",
                        MoreGarbowHillstromDerivatives::gaussianValueAndGradient,
                        15,
                        of(0.4, 1, 0),
                        1.12793e-8),
                problem(
                        "Meyer (10)",
                        MoreGarbowHillstromDerivatives::meyerValueAndGradient,
                        16,
                        of(0.02, 4000, 250),
                        87.9458),
                problem("Box (12)", MoreGarbowHillstromDerivatives::boxValueAndGradient, 10, of(0, 10, 20), 0));
    }

    private static List<TestProblem> manyVariables() {
        return List.of(
                problem(
                        "Powell singular (13)",
                        MoreGarbowHillstromDerivatives::powellSingularValueAndGradient,
                        4,
                        of(3, -1, 0, 1),
                        0),
                problem("Wood (14)", MoreGarbowHillstromDerivatives::woodValueAndGradient, 6, of(-3, -1, -3, -1), 0),
                problem(
                        "Kowalik-Osborne (15)",
                        MoreGarbowHillstromDerivatives::kowalikOsborneValueAndGradient,
                        11,
                        of(0.25, 0.39, 0.415, 0.39),
                        3.07505e-4),
                problem(
                        "Brown-Dennis (16)",
                        MoreGarbowHillstromDerivatives::brownDennisValueAndGradient,
                        20,
                        of(25, 5, -5, -1),
                        85822.2),
                problem(
                        "Extended Rosenbrock (21)",
                        MoreGarbowHillstromDerivatives::rosenbrockValueAndGradient,
                        10,
                        of(-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1),
                        0),
                problem(
                        "Variably dimensioned (25)",
                        MoreGarbowHillstromDerivatives::variablyDimensionedValueAndGradient,
                        12,
                        IntStream.rangeClosed(1, 10)
                                .mapToDouble(j -> 1.0 - j / 10.0)
                                .toArray(),
                        0),
                problem(
                        "Broyden tridiagonal (30)",
                        MoreGarbowHillstromDerivatives::broydenTridiagonalValueAndGradient,
                        10,
                        IntStream.range(0, 10).mapToDouble(j -> -1.0).toArray(),
                        0),
                problem(
                        "Linear (32)",
                        MoreGarbowHillstromDerivatives::linearValueAndGradient,
                        10,
                        of(1, 1, 1, 1, 1),
                        5));
    }

    private static TestProblem problem(
            String name, ExampleLoss<Integer> residual, int residuals, double[] start, double... optima) {
        return new TestProblem(name, residual, residuals, start, optima);
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    /** The residuals for a least-squares solver. */
    ResidualFunction function() {
        return ResidualFunction.of(IntStream.range(0, residuals).boxed().toList(), residual);
    }

    /** The sum of squares for a minimizer. */
    Objective objective() {
        return new Objective() {
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
