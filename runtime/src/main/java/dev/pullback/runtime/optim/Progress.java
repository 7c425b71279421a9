package dev.pullback.runtime.optim;

/**
 * A read-only view of a running minimization, given to {@link StoppingCriterion}s and {@link Listener}s.
 *
 * <p>The view is updated in place: it is valid during the call only and confined to the thread of the run. Keep values,
 * not the view.
 */
public interface Progress {

    /**
     * The number of iterations done in this run.
     *
     * @return 0 at the start point
     */
    long iteration();

    /**
     * The number of evaluations of the objective in this run.
     *
     * @return at least 1
     */
    long evaluations();

    /**
     * The objective's value at the current point.
     *
     * @return a finite value
     */
    double value();

    /**
     * The objective's value one iteration earlier.
     *
     * @return a finite value, or NaN at the start point
     */
    double previousValue();

    /**
     * The Euclidean norm of the gradient at the current point; with bounds, constraints or a proximal term that of the step
     * that remains when the limits are kept, as the optimizer documents it.
     *
     * @return a value that is not negative
     */
    double gradientNorm();

    /**
     * The Euclidean length of the last step.
     *
     * @return a value that is not negative, or NaN at the start point
     */
    double stepNorm();

    /**
     * The Euclidean norm of the current point.
     *
     * @return a value that is not negative
     */
    double pointNorm();

    /**
     * The number of parameters.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * One parameter of the current point.
     *
     * @param index the parameter's index
     * @return its value
     * @throws IndexOutOfBoundsException if there is no such parameter
     */
    double point(int index);

    /**
     * One partial derivative at the current point.
     *
     * @param index the parameter's index
     * @return the partial derivative
     * @throws IndexOutOfBoundsException if there is no such parameter
     */
    double gradient(int index);

    /**
     * Copies the current point.
     *
     * @param into receives the point, length {@link #dimension()}
     * @throws IllegalArgumentException if the length is another one
     */
    void copyPoint(double[] into);
}
