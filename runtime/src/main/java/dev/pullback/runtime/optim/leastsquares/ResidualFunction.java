package dev.pullback.runtime.optim.leastsquares;

import dev.pullback.runtime.Workspace;
import dev.pullback.runtime.data.ExampleLoss;
import java.util.List;
import java.util.Objects;

/**
 * Residuals r(x) with their Jacobian: predicted minus measured, one number per measurement.
 *
 * <p>Both methods leave {@code point} unchanged and give the same residuals for the same point.
 */
public interface ResidualFunction {

    /**
     * The number of residuals.
     *
     * @return m, at least 1
     */
    int size();

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
     * @param jacobian m rows of length n; entry [i][j] receives the derivative of residual i by parameter j, whatever it was
     */
    void residualsAndJacobian(double[] point, double[] residuals, double[][] jacobian);

    /**
     * One residual per example, whose gradients are the rows of the Jacobian: for a generated {@code fValueAndGradient} of
     * {@code double residual(double[] parameters, Example example)}.
     *
     * <p>The result holds a workspace and belongs to one thread at a time.
     *
     * @param examples the examples, at least one; copied
     * @param residual the residual of one example
     * @param <E> the type of an example
     * @return the residuals of all examples, in their order
     * @throws IllegalArgumentException if there is no example
     */
    static <E> ResidualFunction of(List<E> examples, ExampleLoss<E> residual) {
        List<E> copy = List.copyOf(examples);
        ExampleLoss<E> own =
                Objects.requireNonNull(residual, "residual is null").forThread();
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("examples is empty");
        }
        return new ResidualFunction() {
            private final Workspace workspace = new Workspace();
            private double[] row = {};

            @Override
            public int size() {
                return copy.size();
            }

            @Override
            public void residuals(double[] point, double[] residuals) {
                if (row.length != point.length) {
                    row = new double[point.length];
                }
                for (int i = 0; i < residuals.length; i++) {
                    residuals[i] = own.valueAndGradient(point, copy.get(i), row, workspace);
                }
            }

            @Override
            public void residualsAndJacobian(double[] point, double[] residuals, double[][] jacobian) {
                for (int i = 0; i < residuals.length; i++) {
                    residuals[i] = own.valueAndGradient(point, copy.get(i), jacobian[i], workspace);
                }
            }
        };
    }
}
