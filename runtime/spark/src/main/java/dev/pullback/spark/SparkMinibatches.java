package dev.pullback.spark;

import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;

/**
 * Gradients of random samples of an RDD, for a {@link dev.pullback.runtime.optim.StepOptimizer} on the driver.
 *
 * <pre>{@code
 * var batches = new SparkMinibatches<>(examples.cache(), loss, 0.01, 42);
 * for (long step = 0; step < 1000; step++) {
 *     batches.valueAndGradient(step, weights, gradient);
 *     adam.step(weights, gradient);
 * }
 * }</pre>
 *
 * <p>Sample and gradient depend on seed and step alone, as long as the RDD holds the same examples in the same
 * partitions: a run that continues from a saved step continues exactly.
 *
 * <p>Immutable; belongs to the driver. One Spark job per step; a sample reads every partition, so that few large steps
 * are cheaper than many small ones ({@link LocalTraining} needs fewer jobs).
 *
 * @param <E> the type of an example
 */
public final class SparkMinibatches<E> {
    private final JavaRDD<E> examples;
    private final SparkLoss<E> loss;
    private final double fraction;
    private final long seed;

    /**
     * Samples without replacement.
     *
     * @param examples the examples, persisted by the caller
     * @param loss the loss of one example
     * @param fraction the probability of each example to be in a sample, above 0 and at most 1
     * @param seed what makes runs differ
     * @throws IllegalArgumentException if {@code fraction} is out of range
     */
    public SparkMinibatches(JavaRDD<E> examples, SparkLoss<E> loss, double fraction, long seed) {
        this.examples = Objects.requireNonNull(examples, "examples is null");
        this.loss = Objects.requireNonNull(loss, "loss is null");
        if (!(fraction > 0.0 && fraction <= 1.0)) {
            throw new IllegalArgumentException("fraction must be above 0 and at most 1, is " + fraction);
        }
        this.fraction = fraction;
        this.seed = seed;
    }

    /**
     * The mean loss of the step's sample, and its gradient.
     *
     * @param step the number of the step, which chooses the sample
     * @param point the parameters, length n; not modified
     * @param gradient receives the n partial derivatives; overwritten
     * @return the mean loss of the sample
     * @throws IllegalStateException if the sample is empty: enlarge the fraction
     */
    public double valueAndGradient(long step, double[] point, double[] gradient) {
        PartitionTasks.requirePoint(point, gradient);
        JavaRDD<E> sample = examples.sample(false, fraction, new SplittableRandom(seed + step).nextLong());
        SparkLoss<E> itsLoss = loss;
        PartialSum sum = PartitionTasks.sum(
                sample, point, (parameters, part) -> PartialSum.ofGradients(itsLoss, parameters, part));
        double mean = sum.divideByExamples();
        System.arraycopy(sum.vector, 0, gradient, 0, gradient.length);
        return mean;
    }
}
