package dev.pullback.runtime.optim.constrained;

/**
 * Equations {@code c_i(x) = 0} and inequalities {@code c_j(x) <= 0}.
 *
 * <p>The generated pullback of a {@code @Differentiable} method that fills an output array has the form of {@link #pullback}:
 * it adds to the bars.
 */
public interface Constraints {

    /**
     * The number of equations, which come first.
     *
     * @return a number that is not negative
     */
    int equalities();

    /**
     * The number of inequalities.
     *
     * @return a number that is not negative
     */
    int inequalities();

    /**
     * Evaluates all constraints.
     *
     * @param point the point; not modified
     * @param values receives the values, equations first
     */
    void values(double[] point, double[] values);

    /**
     * Adds the transposed Jacobian times a vector: {@code gradient_k += sum_i valuesBar_i dc_i / dx_k}.
     *
     * @param point the point; not modified
     * @param valuesBar one number per constraint; may be changed
     * @param gradient the sums that are added to
     */
    void pullback(double[] point, double[] valuesBar, double[] gradient);
}
