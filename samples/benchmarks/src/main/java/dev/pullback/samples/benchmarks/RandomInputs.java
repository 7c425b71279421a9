package dev.pullback.samples.benchmarks;

import java.util.Random;

/** Draws the arrays of the random inputs. */
final class RandomInputs {

    private RandomInputs() {}

    static double[] gaussian(Random random, int length, double deviation) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return values;
    }

    static double[][] gaussian(Random random, int rows, int columns, double deviation) {
        double[][] values = new double[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = gaussian(random, columns, deviation);
        }
        return values;
    }

    /** A symmetric matrix whose diagonal outweighs the rest. */
    static double[][] positiveDefinite(Random random, int size) {
        double[][] values = gaussian(random, size, size, 1.0);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                values[j][i] = values[i][j];
            }
            values[i][i] += 2.0 * size;
        }
        return values;
    }
}
