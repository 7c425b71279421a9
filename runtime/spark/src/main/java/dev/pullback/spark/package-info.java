/**
 * Sums of generated gradients over the partitions of an Apache Spark cluster.
 *
 * <p>In: an RDD of examples and the loss of one of them, mostly a generated {@code lossValueAndGradient}. Out: a {@link
 * dev.pullback.spark.SparkObjective} for any optimizer on the driver, gradients of minibatches ({@link
 * dev.pullback.spark.SparkMinibatches}), or models trained per partition and averaged ({@link
 * dev.pullback.spark.LocalTraining}). {@link dev.pullback.spark.LabeledRows} reads the examples of tables.
 *
 * <p><b>Failures.</b> Only results of finished tasks count, each partition once, and partitions are added in the order
 * of their numbers. A task that is killed and retried, or run twice speculatively, changes no bit of a result.
 */
@NullMarked
package dev.pullback.spark;

import org.jspecify.annotations.NullMarked;
