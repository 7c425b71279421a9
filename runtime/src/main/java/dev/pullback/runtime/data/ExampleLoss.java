package dev.pullback.runtime.data;

import dev.pullback.runtime.ParameterBlocks;
import dev.pullback.runtime.Workspace;
import java.util.function.ToDoubleBiFunction;

/**
 * The loss of one example, with its gradient: what a sum over data is made of.
 *
 * <p>The generated {@code lossValueAndGradient} of {@code double loss(double[] w, Example example)}, in which the
 * example is passive, has this form:
 *
 * <pre>{@code
 * ExampleLoss<Example> loss = ModelDerivatives::lossValueAndGradient;
 * }</pre>
 *
 * <p>For parameters in several arrays, in matrices or records a generated {@code lossExampleLoss(..)}, which {@code
 * Derivative.EXAMPLE_LOSS} asks for, unpacks the point and packs the gradient:
 *
 * <pre>{@code
 * ExampleLoss<Example> loss = ModelDerivatives.lossExampleLoss(rows, columns);
 * }</pre>
 *
 * <p><b>Threads.</b> Each thread brings a workspace and works with what {@link #forThread} gives it, which is the same object for
 * an implementation without state.
 *
 * @param <E> the type of an example
 */
@FunctionalInterface
public interface ExampleLoss<E> {

    /**
     * Evaluates the loss of one example and its gradient.
     *
     * @param point the parameters, length n; not modified
     * @param example the example; not modified
     * @param gradient receives the n partial derivatives; every entry is <b>overwritten</b>
     * @param workspace memory for intermediate values, used by one thread at a time
     * @return the loss of the example
     */
    double valueAndGradient(double[] point, E example, double[] gradient, Workspace workspace);

    /**
     * Evaluates the loss of one example alone.
     *
     * <p>By default the gradient is computed, too, and forgotten. A generated loss calls the primal, and so does {@link #of}.
     *
     * @param point the parameters, length n; not modified
     * @param example the example; not modified
     * @param workspace memory for intermediate values, used by one thread at a time
     * @return the loss of the example, with the bits of {@link #valueAndGradient}
     */
    default double value(double[] point, E example, Workspace workspace) {
        return valueAndGradient(point, example, new double[point.length], workspace);
    }

    /**
     * A loss whose value costs no gradient:
     *
     * <pre>{@code
     * ExampleLoss<Example> loss = ExampleLoss.of(Model::loss, ModelDerivatives::lossValueAndGradient);
     * }</pre>
     *
     * @param <E> the type of an example
     * @param value the loss alone, of the parameters and an example; safe for several threads
     * @param gradient the loss and its gradient
     * @return both
     */
    static <E> ExampleLoss<E> of(ToDoubleBiFunction<double[], E> value, ExampleLoss<E> gradient) {
        return new PrimalLoss<>(value, gradient);
    }

    /**
     * The same loss for another thread.
     *
     * @return this one, unless it keeps arrays from call to call: then a new one
     */
    default ExampleLoss<E> forThread() {
        return this;
    }

    /**
     * The names of the parts of the flat vector, for messages and for settings by name.
     *
     * @param length the number of parameters n
     * @return blocks of n parameters in all; by default one called {@code parameters}
     */
    default ParameterBlocks parameterBlocks(int length) {
        return ParameterBlocks.of("parameters", length);
    }
}
