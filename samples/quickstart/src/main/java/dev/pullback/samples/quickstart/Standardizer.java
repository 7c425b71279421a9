package dev.pullback.samples.quickstart;

/**
 * Shifts and scales every feature to mean 0 and standard deviation 1.
 *
 * <p>Fit it on training rows only: what it learns from test rows would make the test too easy. A feature that is
 * constant up to rounding is only shifted.
 *
 * @param mean the mean of every feature
 * @param scale the standard deviation of every feature, or 1 for a constant one
 */
record Standardizer(double[] mean, double[] scale) {

    private static final double ROUNDING = 1e-12;

    /** Learns mean and (population) standard deviation of every column. */
    static Standardizer fit(double[][] x) {
        int features = x[0].length;
        double[] mean = new double[features];
        double[] scale = new double[features];
        for (int j = 0; j < features; j++) {
            mean[j] = mean(x, j);
            double deviation = deviation(x, j, mean[j]);
            scale[j] = deviation > ROUNDING * Math.abs(mean[j]) ? deviation : 1.0;
        }
        return new Standardizer(mean, scale);
    }

    /** Standardises the features of a data set into fresh rows. */
    Dataset apply(Dataset data) {
        double[][] standardized = new double[data.rows()][];
        for (int i = 0; i < standardized.length; i++) {
            standardized[i] = apply(data.x()[i]);
        }
        return new Dataset(data.source(), data.classNames(), standardized, data.y());
    }

    private double[] apply(double[] row) {
        double[] standardized = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            standardized[j] = (row[j] - mean[j]) / scale[j];
        }
        return standardized;
    }

    private static double mean(double[][] x, int column) {
        double sum = 0.0;
        for (double[] row : x) {
            sum += row[column];
        }
        return sum / x.length;
    }

    private static double deviation(double[][] x, int column, double mean) {
        double sum = 0.0;
        for (double[] row : x) {
            double difference = row[column] - mean;
            sum += difference * difference;
        }
        return Math.sqrt(sum / x.length);
    }
}
