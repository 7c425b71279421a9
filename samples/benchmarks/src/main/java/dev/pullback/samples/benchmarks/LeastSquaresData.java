package dev.pullback.samples.benchmarks;

import java.util.Random;

/**
 * The input of one least-squares problem.
 *
 * @param x unknowns
 * @param a matrix
 * @param b right-hand side
 */
public record LeastSquaresData(double[] x, double[][] a, double[] b) {

    /**
     * Draws a dense problem.
     *
     * @param equations number of rows
     * @param unknowns number of columns
     * @return the input, always the same for the same numbers
     */
    public static LeastSquaresData random(int equations, int unknowns) {
        Random random = new Random(20260102);
        return new LeastSquaresData(
                RandomInputs.gaussian(random, unknowns, 1.0),
                RandomInputs.gaussian(random, equations, unknowns, 1.0),
                RandomInputs.gaussian(random, equations, 1.0));
    }
}
