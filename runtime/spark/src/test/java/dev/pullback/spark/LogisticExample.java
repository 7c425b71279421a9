package dev.pullback.spark;

import dev.pullback.runtime.Objective;
import dev.pullback.runtime.Workspace;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A logistic regression, by hand, so that this module's tests need no processor. */
record LogisticExample(double[] x, double y) implements Serializable {
    static final SparkLoss<LogisticExample> LOSS = LogisticExample::valueAndGradient;

    static double valueAndGradient(double[] w, LogisticExample example, double[] gradient, Workspace workspace) {
        double margin = 0.0;
        for (int i = 0; i < w.length; i++) {
            margin += w[i] * example.x[i];
        }
        margin *= example.y;
        double weight = -example.y / (1.0 + Math.exp(margin));
        for (int i = 0; i < w.length; i++) {
            gradient[i] = weight * example.x[i];
        }
        return Math.log1p(Math.exp(-margin));
    }

    /** Examples whose labels follow a plane, not quite. */
    static List<LogisticExample> random(int count, int features, long seed) {
        Random random = new Random(seed);
        List<LogisticExample> examples = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double[] x = random.doubles(features, -1.0, 1.0).toArray();
            double y = x[0] - 0.5 * x[1] + 0.3 * random.nextGaussian() > 0.0 ? 1.0 : -1.0;
            examples.add(new LogisticExample(x, y));
        }
        return examples;
    }

    /** The mean on this machine, added one by one. */
    static Objective mean(List<LogisticExample> examples) {
        return new Objective() {
            @Override
            public double value(double[] point) {
                return valueAndGradient(point, new double[point.length]);
            }

            @Override
            public double valueAndGradient(double[] point, double[] gradient) {
                PartialSum sum = PartialSum.ofGradients(LOSS, point, examples.iterator());
                double mean = sum.divideByExamples();
                System.arraycopy(sum.vector, 0, gradient, 0, gradient.length);
                return mean;
            }
        };
    }
}
