package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.data.ExampleLoss;
import dev.pullback.runtime.sparse.SparseJacobian;
import dev.pullback.runtime.sparse.SparseMatrix;
import dev.pullback.runtime.sparse.SparsityPattern;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Residuals r(x) of which each depends on a few parameters, with their sparse Jacobian: bundle adjustment, maps, networks.
 *
 * <p>Both evaluations leave {@code point} unchanged and give the same residuals for the same point.
 */
public interface SparseResidualFunction {

    /**
     * Which residual depends on which parameter.
     *
     * @return one row per residual, one column per parameter; always the same object
     */
    SparsityPattern pattern();

    /**
     * Evaluates the residuals.
     *
     * @param point the parameters, length n; not modified
     * @param residuals receives the m residuals
     */
    void residuals(double[] point, double[] residuals);

    /**
     * Evaluates the residuals and their Jacobian.
     *
     * @param point the parameters, length n; not modified
     * @param residuals receives the m residuals
     * @param jacobian over {@link #pattern()}; its values are overwritten
     */
    void residualsAndJacobian(double[] point, double[] residuals, SparseMatrix jacobian);

    /** The residuals and a product with their Jacobian: a generated {@code fPushforward}. */
    @FunctionalInterface
    interface Pushforward {

        /**
         * Evaluates the residuals and the derivative of each along a direction.
         *
         * @param point the parameters; not modified
         * @param direction one entry per parameter; not modified
         * @param residuals receives the residuals
         * @param product receives the product of the Jacobian with the direction
         */
        void evaluate(double[] point, double[] direction, double[] residuals, double[] product);
    }

    /**
     * A method with all residuals as its result. The Jacobian takes one product per colour of its columns.
     *
     * <p>The result holds arrays and belongs to one thread at a time.
     *
     * @param pattern which residual depends on which parameter, at all points; see {@link SparsityPattern#detect}
     * @param pushforward the residuals and a product with their Jacobian
     * @return the residuals; its Jacobian throws {@link IllegalStateException} if an entry is outside of the pattern
     */
    static SparseResidualFunction of(SparsityPattern pattern, Pushforward pushforward) {
        Objects.requireNonNull(pattern, "pattern is null");
        Objects.requireNonNull(pushforward, "pushforward is null");
        return new SparseResidualFunction() {
            private final SparseJacobian products = new SparseJacobian(pattern);
            private final double[] direction = new double[pattern.columns()];
            private final double[] unused = new double[pattern.rows()];

            @Override
            public SparsityPattern pattern() {
                return pattern;
            }

            @Override
            public void residuals(double[] point, double[] residuals) {
                pushforward.evaluate(point, direction, residuals, unused);
            }

            @Override
            public void residualsAndJacobian(double[] point, double[] residuals, SparseMatrix jacobian) {
                products.compute(
                        (vector, product) -> pushforward.evaluate(point, vector, residuals, product), jacobian);
            }
        };
    }

    /**
     * One residual per example, each of a few parameters: for a generated {@code fValueAndGradient} of {@code double
     * residual(double[] local, Example example)}.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param parameters the number n of all parameters
     * @param examples the examples, at least one; copied
     * @param indices which parameters the residual of an example is a function of, in the order of its {@code local}; none twice
     * @param residual the residual of one example, given its own parameters
     * @param <E> the type of an example
     * @return the residuals of all examples, in their order
     * @throws IllegalArgumentException if there is no example, or an index does not exist or stands twice
     */
    static <E> SparseResidualFunction of(
            int parameters, List<E> examples, Function<? super E, int[]> indices, ExampleLoss<E> residual) {
        return new ExampleResiduals<>(parameters, examples, indices, residual);
    }
}
