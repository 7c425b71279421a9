package dev.pullback.samples.optimization;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 35 test problems with their standard starts and published minima, in the order of the paper. */
final class TestProblems {

    private TestProblems() {}

    /** All problems. */
    static List<TestProblem> all() {
        return Stream.of(twoParameters(), threeParameters(), upToElevenParameters(), squaresOfSums(), equations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<TestProblem> twoParameters() {
        return List.of(
                new TestProblem(
                        "Rosenbrock (1)",
                        MoreGarbowHillstromDerivatives::rosenbrockValueAndGradient,
                        MoreGarbowHillstromDerivatives::rosenbrockHessianVector,
                        2,
                        of(-1.2, 1),
                        0),
                new TestProblem(
                        "Freudenstein-Roth (2)",
                        MoreGarbowHillstromDerivatives::freudensteinRothValueAndGradient,
                        MoreGarbowHillstromDerivatives::freudensteinRothHessianVector,
                        2,
                        of(0.5, -2),
                        0,
                        48.9842),
                new TestProblem(
                        "Powell badly scaled (3)",
                        MoreGarbowHillstromDerivatives::powellBadlyScaledValueAndGradient,
                        MoreGarbowHillstromDerivatives::powellBadlyScaledHessianVector,
                        2,
                        of(0, 1),
                        0),
                new TestProblem(
                        "Brown badly scaled (4)",
                        MoreGarbowHillstromDerivatives::brownBadlyScaledValueAndGradient,
                        MoreGarbowHillstromDerivatives::brownBadlyScaledHessianVector,
                        3,
                        of(1, 1),
                        0),
                new TestProblem(
                        "Beale (5)",
                        MoreGarbowHillstromDerivatives::bealeValueAndGradient,
                        MoreGarbowHillstromDerivatives::bealeHessianVector,
                        3,
                        of(1, 1),
                        0),
                new TestProblem(
                        "Jennrich-Sampson (6)",
                        MoreGarbowHillstromDerivatives::jennrichSampsonValueAndGradient,
                        MoreGarbowHillstromDerivatives::jennrichSampsonHessianVector,
                        10,
                        of(0.3, 0.4),
                        124.362));
    }

    private static List<TestProblem> threeParameters() {
        return List.of(
                new TestProblem(
                        "Helical valley (7)",
                        MoreGarbowHillstromDerivatives::helicalValleyValueAndGradient,
                        MoreGarbowHillstromDerivatives::helicalValleyHessianVector,
                        3,
                        of(-1, 0, 0),
                        0),
                new TestProblem(
                        "Bard (8)",
                        MoreGarbowHillstromDerivatives::bardValueAndGradient,
                        MoreGarbowHillstromDerivatives::bardHessianVector,
                        15,
                        of(1, 1, 1),
                        8.21487e-3),
                new TestProblem(
                        "Gaussian (9)",
                        MoreGarbowHillstromDerivatives::gaussianValueAndGradient,
                        MoreGarbowHillstromDerivatives::gaussianHessianVector,
                        15,
                        of(0.4, 1, 0),
                        1.12793e-8),
                new TestProblem(
                        "Meyer (10)",
                        MoreGarbowHillstromDerivatives::meyerValueAndGradient,
                        MoreGarbowHillstromDerivatives::meyerHessianVector,
                        16,
                        of(0.02, 4000, 250),
                        87.9458),
                new TestProblem(
                        "Gulf (11)",
                        MoreGarbowHillstromDerivatives::gulfValueAndGradient,
                        MoreGarbowHillstromDerivatives::gulfHessianVector,
                        99,
                        of(5, 2.5, 0.15),
                        0),
                new TestProblem(
                        "Box (12)",
                        MoreGarbowHillstromDerivatives::boxValueAndGradient,
                        MoreGarbowHillstromDerivatives::boxHessianVector,
                        10,
                        of(0, 10, 20),
                        0));
    }

    private static List<TestProblem> upToElevenParameters() {
        return List.of(
                new TestProblem(
                        "Powell singular (13)",
                        VariableDimensionsDerivatives::powellSingularValueAndGradient,
                        VariableDimensionsDerivatives::powellSingularHessianVector,
                        4,
                        of(3, -1, 0, 1),
                        0),
                new TestProblem(
                        "Wood (14)",
                        MoreGarbowHillstromDerivatives::woodValueAndGradient,
                        MoreGarbowHillstromDerivatives::woodHessianVector,
                        6,
                        of(-3, -1, -3, -1),
                        0),
                new TestProblem(
                        "Kowalik-Osborne (15)",
                        MoreGarbowHillstromDerivatives::kowalikOsborneValueAndGradient,
                        MoreGarbowHillstromDerivatives::kowalikOsborneHessianVector,
                        11,
                        of(0.25, 0.39, 0.415, 0.39),
                        3.07505e-4),
                new TestProblem(
                        "Brown-Dennis (16)",
                        MoreGarbowHillstromDerivatives::brownDennisValueAndGradient,
                        MoreGarbowHillstromDerivatives::brownDennisHessianVector,
                        20,
                        of(25, 5, -5, -1),
                        85822.2),
                new TestProblem(
                        "Osborne 1 (17)",
                        MoreGarbowHillstromDerivatives::osborne1ValueAndGradient,
                        MoreGarbowHillstromDerivatives::osborne1HessianVector,
                        33,
                        of(0.5, 1.5, -1, 0.01, 0.02),
                        5.46489e-5),
                new TestProblem(
                        "Biggs (18)",
                        MoreGarbowHillstromDerivatives::biggsValueAndGradient,
                        MoreGarbowHillstromDerivatives::biggsHessianVector,
                        13,
                        of(1, 2, 1, 1, 1, 1),
                        0,
                        5.65565e-3),
                new TestProblem(
                        "Osborne 2 (19)",
                        MoreGarbowHillstromDerivatives::osborne2ValueAndGradient,
                        MoreGarbowHillstromDerivatives::osborne2HessianVector,
                        65,
                        of(1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5),
                        4.01377e-2),
                new TestProblem(
                        "Watson (20)",
                        VariableDimensionsDerivatives::watsonValueAndGradient,
                        VariableDimensionsDerivatives::watsonHessianVector,
                        31,
                        new double[9],
                        1.39976e-6));
    }

    private static List<TestProblem> squaresOfSums() {
        return List.of(
                new TestProblem(
                        "Extended Rosenbrock (21)",
                        MoreGarbowHillstromDerivatives::rosenbrockValueAndGradient,
                        MoreGarbowHillstromDerivatives::rosenbrockHessianVector,
                        10,
                        repeated(5, -1.2, 1),
                        0),
                new TestProblem(
                        "Extended Powell singular (22)",
                        VariableDimensionsDerivatives::powellSingularValueAndGradient,
                        VariableDimensionsDerivatives::powellSingularHessianVector,
                        12,
                        repeated(3, 3, -1, 0, 1),
                        0),
                new TestProblem(
                        "Penalty I (23)",
                        VariableDimensionsDerivatives::penalty1ValueAndGradient,
                        VariableDimensionsDerivatives::penalty1HessianVector,
                        11,
                        each(10, j -> j + 1.0),
                        7.08765e-5),
                new TestProblem(
                        "Penalty II (24)",
                        VariableDimensionsDerivatives::penalty2ValueAndGradient,
                        VariableDimensionsDerivatives::penalty2HessianVector,
                        20,
                        each(10, j -> 0.5),
                        2.93660e-4),
                new TestProblem(
                        "Variably dimensioned (25)",
                        VariableDimensionsDerivatives::variablyDimensionedValueAndGradient,
                        VariableDimensionsDerivatives::variablyDimensionedHessianVector,
                        12,
                        each(10, j -> 1.0 - (j + 1) / 10.0),
                        0),
                new TestProblem(
                        "Trigonometric (26)",
                        VariableDimensionsDerivatives::trigonometricValueAndGradient,
                        VariableDimensionsDerivatives::trigonometricHessianVector,
                        10,
                        each(10, j -> 0.1),
                        0,
                        2.79506e-5),
                new TestProblem(
                        "Brown almost-linear (27)",
                        VariableDimensionsDerivatives::brownAlmostLinearValueAndGradient,
                        VariableDimensionsDerivatives::brownAlmostLinearHessianVector,
                        10,
                        each(10, j -> 0.5),
                        0,
                        1));
    }

    private static List<TestProblem> equations() {
        return List.of(
                new TestProblem(
                        "Discrete boundary value (28)",
                        VariableDimensionsDerivatives::boundaryValueValueAndGradient,
                        VariableDimensionsDerivatives::boundaryValueHessianVector,
                        10,
                        each(10, TestProblems::parabola),
                        0),
                new TestProblem(
                        "Discrete integral equation (29)",
                        VariableDimensionsDerivatives::integralEquationValueAndGradient,
                        VariableDimensionsDerivatives::integralEquationHessianVector,
                        10,
                        each(10, TestProblems::parabola),
                        0),
                new TestProblem(
                        "Broyden tridiagonal (30)",
                        VariableDimensionsDerivatives::broydenTridiagonalValueAndGradient,
                        VariableDimensionsDerivatives::broydenTridiagonalHessianVector,
                        10,
                        each(10, j -> -1.0),
                        0),
                new TestProblem(
                        "Broyden banded (31)",
                        VariableDimensionsDerivatives::broydenBandedValueAndGradient,
                        VariableDimensionsDerivatives::broydenBandedHessianVector,
                        10,
                        each(10, j -> -1.0),
                        0),
                new TestProblem(
                        "Linear (32)",
                        VariableDimensionsDerivatives::linearValueAndGradient,
                        VariableDimensionsDerivatives::linearHessianVector,
                        10,
                        each(5, j -> 1.0),
                        5),
                new TestProblem(
                        "Linear, rank 1 (33)",
                        VariableDimensionsDerivatives::linearRank1ValueAndGradient,
                        VariableDimensionsDerivatives::linearRank1HessianVector,
                        10,
                        each(5, j -> 1.0),
                        15.0 / 7.0),
                new TestProblem(
                        "Linear, rank 1 with zeros (34)",
                        VariableDimensionsDerivatives::linearRank1WithZerosValueAndGradient,
                        VariableDimensionsDerivatives::linearRank1WithZerosHessianVector,
                        10,
                        each(5, j -> 1.0),
                        62.0 / 17.0),
                new TestProblem(
                        "Chebyquad (35)",
                        VariableDimensionsDerivatives::chebyquadValueAndGradient,
                        VariableDimensionsDerivatives::chebyquadHessianVector,
                        8,
                        each(8, j -> (j + 1) / 9.0),
                        3.51687e-3));
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static double[] each(int size, IntToDoubleFunction start) {
        return IntStream.range(0, size).mapToDouble(start).toArray();
    }

    private static double[] repeated(int times, double... numbers) {
        return each(times * numbers.length, j -> numbers[j % numbers.length]);
    }

    /** t (t - 1) at the j-th of ten points inside of (0, 1). */
    private static double parabola(int j) {
        double t = (j + 1) / 11.0;
        return t * (t - 1.0);
    }
}
