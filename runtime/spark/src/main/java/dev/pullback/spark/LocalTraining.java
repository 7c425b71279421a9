package dev.pullback.spark;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.optim.StepOptimizer;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;

/**
 * Local SGD: each partition takes steps of its own from common parameters, then the parameters are averaged.
 *
 * <p>One Spark job per round, however many steps a partition takes. The average weighs each partition by its examples
 * (McDonald, Hall, Mann 2010, "Distributed Training Strategies for the Structured Perceptron"; Stich 2019, "Local SGD
 * Converges Fast and Communicates Little"). Unlike the gradient of a {@link SparkObjective}, the result depends on how
 * the examples are spread over partitions.
 *
 * <p>Immutable; belongs to the driver.
 *
 * @param <E> the type of an example
 */
public final class LocalTraining<E> {
    private final JavaRDD<E> examples;
    private final SparkLoss<E> loss;
    private final OptimizerSource optimizer;
    private final int batchSize;

    /** Makes the optimizer of a partition; runs on executors. */
    @FunctionalInterface
    public interface OptimizerSource extends Supplier<StepOptimizer>, Serializable {}

    /**
     * A training whose partitions go through their examples once per round.
     *
     * @param examples the examples, persisted by the caller; their order within a partition is the order of the steps
     * @param loss the loss of one example
     * @param optimizer makes a fresh optimizer for each partition and round; momentum does not outlive a round
     * @param batchSize how many examples a step averages over, positive; the last step of a partition takes what is left
     * @throws IllegalArgumentException if {@code batchSize} is not positive
     */
    public LocalTraining(JavaRDD<E> examples, SparkLoss<E> loss, OptimizerSource optimizer, int batchSize) {
        this.examples = Objects.requireNonNull(examples, "examples is null");
        this.loss = Objects.requireNonNull(loss, "loss is null");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer is null");
        if (batchSize <= 0) {
            throw new IllegalArgumentException("batchSize must be positive, is " + batchSize);
        }
        this.batchSize = batchSize;
    }

    /**
     * Trains one round.
     *
     * @param point the parameters; replaced by the average of what the partitions arrived at. If the round fails, they
     *     stay as they are
     * @return the mean loss of the examples, each at the parameters it was met with
     * @throws IllegalStateException if there are no examples
     * @throws IllegalArgumentException if a gradient is not finite (the message of the optimizer names the entry)
     */
    public double round(double[] point) {
        Objects.requireNonNull(point, "point is null");
        SparkLoss<E> itsLoss = loss;
        OptimizerSource source = optimizer;
        int size = batchSize;
        PartialSum sum = PartitionTasks.sum(
                examples, point, (parameters, part) -> train(itsLoss, source.get(), size, parameters, part));
        double mean = sum.divideByExamples();
        System.arraycopy(sum.vector, 0, point, 0, point.length);
        return mean;
    }

    /** The parameters after a pass over the examples, times the number of examples. */
    private static <E> PartialSum train(
            SparkLoss<E> loss, StepOptimizer optimizer, int batchSize, double[] start, Iterator<E> examples) {
        ExampleLoss<E> own = loss.forThread();
        double[] point = start.clone();
        double[] gradient = new double[start.length];
        Workspace workspace = new Workspace();
        PartialSum all = new PartialSum(start.length);
        while (examples.hasNext()) {
            PartialSum batch = new PartialSum(start.length);
            while (examples.hasNext() && batch.examples < batchSize) {
                double value = own.valueAndGradient(point, examples.next(), gradient, workspace);
                batch.add(gradient, value, 1);
            }
            all.loss += batch.loss;
            all.examples += batch.examples;
            batch.divideByExamples();
            optimizer.step(point, batch.vector);
        }
        for (int i = 0; i < point.length; i++) {
            all.vector[i] = point[i] * all.examples;
        }
        return all;
    }
}
