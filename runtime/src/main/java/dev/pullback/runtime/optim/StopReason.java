package dev.pullback.runtime.optim;

/** Why a minimization ended, and whether that counts as convergence. */
public enum StopReason {
    /** The gradient is small enough, or exactly zero. */
    GRADIENT_NORM(true),
    /** The value hardly changed in the last iteration. */
    LOSS_CHANGE(true),
    /** The point hardly moved in the last iteration. */
    PARAMETER_CHANGE(true),
    /** A criterion of the user's own was met. */
    CRITERION(true),
    /** The iterations or evaluations allowed are used up. */
    BUDGET(false),
    /** No better value for too many iterations. */
    PATIENCE(false),
    /** A listener asked for the end. */
    LISTENER(false),
    /** No step lowers the value any more: the limit of floating point, or a gradient that does not fit the value. */
    NO_PROGRESS(false),
    /** The value or the gradient became infinite or NaN. */
    NON_FINITE(false);

    private final boolean converged;

    StopReason(boolean converged) {
        this.converged = converged;
    }

    /**
     * Whether this end counts as convergence.
     *
     * @return true for the criteria that test for a minimum
     */
    public boolean converged() {
        return converged;
    }
}
