package dev.pullback.spark;

import dev.pullback.runtime.Objective;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;

/**
 * The mean loss over the examples of an RDD, for any optimizer on the driver.
 *
 * <pre>{@code
 * SparkLoss<Example> loss = ModelDerivatives::lossValueAndGradient;
 * var objective = SparkObjective.mean(examples.cache(), loss).plus(new RidgePenalty(0.01));
 * var result = new Lbfgs().minimize(objective, start, new IterationBudget(100));
 * }</pre>
 *
 * <p>Each evaluation is one Spark job: the parameters are broadcast, every partition runs the loss and its adjoint over
 * its examples, one vector per partition comes back. Persist the examples, or each evaluation reads them anew; an RDD
 * whose content changes from evaluation to evaluation is no function.
 *
 * <p>The result differs from that of a single machine by the rounding of another order of summation only, and is the
 * same in every run. An exception of the loss reaches the caller as itself, after the retries that Spark is set to.
 *
 * <p>Belongs to the driver; not serializable. Thread-safe if the penalty is.
 *
 * @param <E> the type of an example
 */
public final class SparkObjective<E> implements Objective {
    private final JavaRDD<E> examples;
    private final SparkLoss<E> loss;
    private final Objective penalty;

    private SparkObjective(JavaRDD<E> examples, SparkLoss<E> loss, Objective penalty) {
        this.examples = examples;
        this.loss = loss;
        this.penalty = penalty;
    }

    /**
     * The mean loss.
     *
     * @param examples the examples, persisted by the caller
     * @param loss the loss of one example
     * @param <E> the type of an example
     * @return an objective whose dimension is that of the points it is given
     */
    public static <E> SparkObjective<E> mean(JavaRDD<E> examples, SparkLoss<E> loss) {
        Objects.requireNonNull(examples, "examples is null");
        Objects.requireNonNull(loss, "loss is null");
        return new SparkObjective<>(examples, loss, new NoPenalty());
    }

    /**
     * Adds a term that does not depend on the examples, such as a regularization; it is computed on the driver.
     *
     * @param term replaces the term that was there
     * @return a new objective
     */
    public SparkObjective<E> plus(Objective term) {
        return new SparkObjective<>(examples, loss, Objects.requireNonNull(term, "term is null"));
    }

    @Override
    public double value(double[] point) {
        return valueAndGradient(point, new double[point.length]);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if there are no examples, or the Spark job fails for a reason of its own
     */
    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        PartitionTasks.requirePoint(point, gradient);
        SparkLoss<E> itsLoss = loss;
        PartialSum sum = PartitionTasks.sum(
                examples, point, (parameters, part) -> PartialSum.ofGradients(itsLoss, parameters, part));
        double mean = sum.divideByExamples();
        double penaltyValue = penalty.valueAndGradient(point, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += sum.vector[i];
        }
        return mean + penaltyValue;
    }

    private static final class NoPenalty implements Objective {
        @Override
        public double value(double[] point) {
            return 0.0;
        }

        @Override
        public double valueAndGradient(double[] point, double[] gradient) {
            java.util.Arrays.fill(gradient, 0.0);
            return 0.0;
        }
    }
}
