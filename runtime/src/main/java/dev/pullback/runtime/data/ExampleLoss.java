package dev.pullback.runtime.data;

import dev.pullback.runtime.Workspace;

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
 * <p>Implementations have no state of their own, so that threads may share them; each thread brings a workspace.
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
}
