package dev.pullback.runtime.data;

import dev.pullback.runtime.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A row of a logistic regression with two weights and a bias, with its loss differentiated by hand. */
record LogisticExample(double first, double second, int label) {

    static double valueAndGradient(double[] w, LogisticExample example, double[] gradient, Workspace workspace) {
        double z = w[0] * example.first + w[1] * example.second + w[2];
        double margin = example.label == 1 ? z : -z;
        double slope = -1.0 / (1.0 + Math.exp(margin)) * (example.label == 1 ? 1.0 : -1.0);
        gradient[0] = slope * example.first;
        gradient[1] = slope * example.second;
        gradient[2] = slope;
        return Math.log1p(Math.exp(-margin));
    }

    /** Two overlapping clouds. */
    static List<LogisticExample> random(int count, long seed) {
        Random random = new Random(seed);
        List<LogisticExample> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % 2;
            double shift = label == 1 ? 1.0 : -1.0;
            examples.add(
                    new LogisticExample(random.nextGaussian() + shift, random.nextGaussian() - 0.5 * shift, label));
        }
        return examples;
    }
}
