package dev.pullback.samples.quickstart;

import java.util.Arrays;
import java.util.List;

/**
 * Samples of two classes. Rows are shared between data sets and never changed.
 *
 * @param source where the data came from, for messages
 * @param classNames the names of class 0 and class 1
 * @param x one row of features per sample
 * @param y the class of every sample, 0 or 1
 */
record Dataset(String source, List<String> classNames, double[][] x, int[] y) {

    Dataset {
        classNames = List.copyOf(classNames);
    }

    int rows() {
        return x.length;
    }

    int features() {
        return x[0].length;
    }

    /** The indices of the samples of one class, ascending. */
    int[] rowsOf(int label) {
        int[] found = new int[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] == label) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The samples with the given indices, in that order. */
    Dataset select(int[] rows) {
        double[][] selectedX = new double[rows.length][];
        int[] selectedY = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selectedX[i] = x[rows[i]];
            selectedY[i] = y[rows[i]];
        }
        return new Dataset(source, classNames, selectedX, selectedY);
    }
}
