package dev.pullback.runtime.optim;

/**
 * The outcome of a minimization.
 *
 * @param point the last point, length n; a fresh array that belongs to the caller
 * @param value the objective's value there, finite
 * @param gradientNorm the Euclidean norm of the gradient there
 * @param iterations the iterations of this run
 * @param evaluations the evaluations of the objective in this run
 * @param reason why the run ended
 * @param message the reason in a sentence, with what is needed to act on it
 */
public record OptimizationResult(
        double[] point,
        double value,
        double gradientNorm,
        long iterations,
        long evaluations,
        StopReason reason,
        String message) {

    /**
     * Whether the run ended by a criterion that tests for a minimum.
     *
     * @return {@link StopReason#converged()} of the reason
     */
    public boolean converged() {
        return reason.converged();
    }
}
