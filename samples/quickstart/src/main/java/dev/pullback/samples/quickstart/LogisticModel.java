package dev.pullback.samples.quickstart;

import java.util.Arrays;

/**
 * A trained classifier.
 *
 * @param w one weight per feature
 * @param b the bias
 */
record LogisticModel(double[] w, double b) {

    /** Takes apart the flat vector of the generated objective: the weights, then the bias. */
    static LogisticModel ofFlat(double[] point) {
        int features = point.length - 1;
        return new LogisticModel(Arrays.copyOf(point, features), point[features]);
    }

    /** The more probable class of a row of standardised features. */
    int predict(double[] row) {
        double z = b;
        for (int j = 0; j < w.length; j++) {
            z += w[j] * row[j];
        }
        return z > 0.0 ? 1 : 0;
    }
}
