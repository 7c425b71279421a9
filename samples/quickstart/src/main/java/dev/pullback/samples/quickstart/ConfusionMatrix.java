package dev.pullback.samples.quickstart;

import java.util.List;
import java.util.Locale;

/**
 * How often which class was taken for which.
 *
 * @param counts {@code counts[actual][predicted]}
 */
record ConfusionMatrix(int[][] counts) {

    /** Lets a model predict the class of every row. */
    static ConfusionMatrix of(LogisticModel model, Dataset data) {
        int classes = data.classNames().size();
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < data.rows(); i++) {
            counts[data.y()[i]][model.predict(data.x()[i])]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** The number of rows whose class was predicted right. */
    int correct() {
        int correct = 0;
        for (int label = 0; label < counts.length; label++) {
            correct += counts[label][label];
        }
        return correct;
    }

    /** The number of rows. */
    int total() {
        int total = 0;
        for (int[] row : counts) {
            for (int count : row) {
                total += count;
            }
        }
        return total;
    }

    /** The share of rows whose class was predicted right. */
    double accuracy() {
        return (double) correct() / total();
    }

    /** A table with a line per actual and a column per predicted class. */
    String format(List<String> classNames) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "  %-20s", "actual \\ predicted"));
        for (String name : classNames) {
            table.append(String.format(Locale.ROOT, " %12s", name));
        }
        for (int actual = 0; actual < counts.length; actual++) {
            table.append(String.format(Locale.ROOT, "%n  %-20s", classNames.get(actual)));
            for (int count : counts[actual]) {
                table.append(String.format(Locale.ROOT, " %12d", count));
            }
        }
        return table.toString();
    }
}
