package dev.pullback.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Runs one task per partition with the parameters broadcast, and adds what the tasks return. */
final class PartitionTasks {
    private PartitionTasks() {}

    /** What one partition contributes. */
    @FunctionalInterface
    interface Task<E> extends Serializable {
        PartialSum run(double[] point, Iterator<E> examples);
    }

    /**
     * Runs the task on every partition.
     *
     * @throws IllegalStateException if there are no examples
     */
    static <E> PartialSum sum(JavaRDD<E> examples, double[] point, Task<E> task) {
        Broadcast<double[]> parameters =
                JavaSparkContext.fromSparkContext(examples.context()).broadcast(point);
        try {
            JavaRDD<PartialSum> partials = examples.mapPartitions(
                    part -> List.of(task.run(parameters.value(), part)).iterator());
            PartialSum sum = OrderedTree.sum(partials, point.length);
            if (sum.examples == 0) {
                throw new IllegalStateException("examples is empty");
            }
            return sum;
        } catch (Exception failure) {
            throw unwrapped(failure);
        } finally {
            parameters.destroy();
        }
    }

    /** What the loss threw on an executor, where Spark tells; a user's handler then works as on a single machine. */
    private static RuntimeException unwrapped(Exception failure) {
        Throwable cause = failure;
        while (cause instanceof SparkException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException("the Spark job failed: " + failure.getMessage(), failure);
    }

    static double[] requirePoint(double[] point, double[] gradient) {
        Objects.requireNonNull(point, "point is null");
        Objects.requireNonNull(gradient, "gradient is null");
        if (gradient.length != point.length) {
            throw new IllegalArgumentException("gradient has length " + gradient.length + ", expected " + point.length);
        }
        return point;
    }
}
