package dev.pullback.samples.quickstart;

/**
 * What training and judging see: disjoint rows with standardised features. Only training rows shape them.
 *
 * @param training the rows to train on
 * @param test the rows to judge by
 */
record PreparedData(Dataset training, Dataset test) {

    private static final double TEST_SHARE = 0.25;

    /**
     * Splits a data set at random and standardises both parts by the training rows.
     *
     * @throws InputException if a class has too few rows to be in both parts
     */
    static PreparedData of(Dataset data, long seed) throws InputException {
        Split split = Split.stratified(data, TEST_SHARE, seed);
        Dataset training = data.select(split.trainingRows());
        Dataset test = data.select(split.testRows());
        Standardizer standardizer = Standardizer.fit(training.x());
        return new PreparedData(standardizer.apply(training), standardizer.apply(test));
    }
}
