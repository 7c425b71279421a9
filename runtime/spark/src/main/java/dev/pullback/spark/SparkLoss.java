package dev.pullback.spark;

import dev.pullback.runtime.data.ExampleLoss;
import java.io.Serializable;

/**
 * The loss of one example, as it travels to the executors: {@code SparkLoss<Example> loss =
 * ModelDerivatives::lossValueAndGradient}.
 *
 * <p>What a lambda expression captures travels along and must be {@link Serializable}.
 *
 * @param <E> the type of an example
 */
@FunctionalInterface
public interface SparkLoss<E> extends ExampleLoss<E>, Serializable {}
