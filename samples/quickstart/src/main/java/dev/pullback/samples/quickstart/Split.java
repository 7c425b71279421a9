package dev.pullback.samples.quickstart;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A division of a data set's rows into those to train on and those to judge by, with the same share of each class in
 * both. Together the two parts hold every row once.
 *
 * @param trainingRows the indices of the rows to train on, ascending
 * @param testRows the indices of the rows to judge by, ascending
 */
record Split(int[] trainingRows, int[] testRows) {

    /**
     * Divides at random, class by class; the same seed gives the same split on every machine.
     *
     * @throws InputException if a class has less than two rows and so would be missing from a part
     */
    static Split stratified(Dataset data, double testShare, long seed) throws InputException {
        Random random = new Random(seed);
        int[] training = {};
        int[] test = {};
        for (int label = 0; label < data.classNames().size(); label++) {
            int[] rows = data.rowsOf(label);
            requireBothParts(data, label, rows.length);
            shuffle(rows, random);
            int wanted = (int) Math.round(testShare * rows.length);
            int testCount = Math.max(1, Math.min(rows.length - 1, wanted));
            test = union(test, Arrays.copyOf(rows, testCount));
            training = union(training, Arrays.copyOfRange(rows, testCount, rows.length));
        }
        return new Split(training, test);
    }

    private static void requireBothParts(Dataset data, int label, int count) throws InputException {
        if (count < 2) {
            throw new InputException(
                    data.source(),
                    CsvHeader.LINE,
                    CsvHeader.column(label),
                    "class " + InputException.quote(data.classNames().get(label)) + " has " + count
                            + (count == 1 ? " row" : " rows") + ", training and test need one each");
        }
    }

    private static void shuffle(int[] rows, Random random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = rows[i];
            rows[i] = rows[j];
            rows[j] = swapped;
        }
    }

    private static int[] union(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                .sorted()
                .toArray();
    }
}
