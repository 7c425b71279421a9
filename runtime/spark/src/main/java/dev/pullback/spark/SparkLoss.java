package dev.pullback.spark;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import java.io.Serializable;
import java.util.Objects;

/**
 * The loss of one example, as it travels to the executors: {@code SparkLoss<Example> loss =
 * ModelDerivatives::lossValueAndGradient}.
 *
 * <p>What a lambda expression captures travels along and must be {@link Serializable}. Each task works with what {@link #forThread}
 * gives it.
 *
 * @param <E> the type of an example
 */
@FunctionalInterface
public interface SparkLoss<E> extends ExampleLoss<E>, Serializable {

    /**
     * Makes a loss where it is needed.
     *
     * @param <E> the type of an example
     */
    @FunctionalInterface
    interface Maker<E> extends Serializable {

        /**
         * Makes a loss for one task.
         *
         * @return a new one
         */
        ExampleLoss<E> make();
    }

    /**
     * A loss that keeps arrays from call to call and cannot travel itself, as a generated {@code fExampleLoss}: {@code
     * SparkLoss.of(() -> ModelDerivatives.lossExampleLoss(rows, columns))}. Each task makes its own.
     *
     * @param maker makes the loss, on the executors; what it captures travels
     * @param <E> the type of an example
     * @return the loss
     */
    static <E> SparkLoss<E> of(Maker<E> maker) {
        Objects.requireNonNull(maker, "maker is null");
        return new SparkLoss<>() {
            private static final long serialVersionUID = 1;

            @Override
            public double valueAndGradient(double[] point, E example, double[] gradient, Workspace workspace) {
                return maker.make().valueAndGradient(point, example, gradient, workspace);
            }

            @Override
            public ExampleLoss<E> forThread() {
                return maker.make();
            }

            @Override
            public ParameterBlocks parameterBlocks(int length) {
                return maker.make().parameterBlocks(length);
            }
        };
    }
}
