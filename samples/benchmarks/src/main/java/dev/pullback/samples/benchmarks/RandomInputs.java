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
}
