package dev.pullback.runtime.check;

/**
 * What a {@link DotProductCheck} found in its worst trial.
 *
 * @param tangentProduct {@code yBar . (J xDot)}
 * @param adjointProduct {@code (J^T yBar) . xDot}
 * @param relativeError their difference over the sum of the absolute products; infinite if something is not finite
 * @param trial the number of the trial, from 0
 * @param tolerance the relative error allowed
 */
public record DotProductReport(
        double tangentProduct, double adjointProduct, double relativeError, int trial, double tolerance) {

    /**
     * Whether the identity holds in every trial.
     *
     * @return true if the worst relative error is within the tolerance
     */
    public boolean matches() {
        return relativeError <= tolerance;
    }

    /**
     * The report in one sentence.
     *
     * @return the two products and their error
     */
    public String summary() {
        return "yBar.(J xDot) is " + tangentProduct + ", (J^T yBar).xDot is " + adjointProduct + " in trial " + trial
                + " (relative error " + relativeError + ", tolerance " + tolerance + ")";
    }
}
