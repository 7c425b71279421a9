package dev.pullback.runtime.check;

/**
 * What a {@link HessianCheck} found at one point.
 *
 * @param entries the number of entries, the square of the number of variables
 * @param unjudged the entries without a verdict: near a kink, where the gradient is not finite, or too noisy
 * @param maxRelativeError the largest relative error of the judged entries, 0 if there are none
 * @param worstRow the row of that entry, -1 if none was judged
 * @param worstColumn the column of that entry, -1 if none was judged
 * @param worstHessian the Hessian's value of that entry
 * @param worstDifference the central difference of the gradient for that entry
 * @param maxAsymmetry the largest difference of two mirrored entries over the larger of their sizes, or over the noise; infinite
 *     if one of them is not finite
 * @param asymmetricRow the row of that entry, below the diagonal; -1 if the Hessian is symmetric to the last bit
 * @param asymmetricColumn the column of that entry, or -1
 * @param tolerance the relative error allowed
 */
public record HessianReport(
        int entries,
        int unjudged,
        double maxRelativeError,
        int worstRow,
        int worstColumn,
        double worstHessian,
        double worstDifference,
        double maxAsymmetry,
        int asymmetricRow,
        int asymmetricColumn,
        double tolerance) {

    /**
     * The number of entries with a verdict.
     *
     * @return the entries that are not {@link #unjudged}
     */
    public int judged() {
        return entries - unjudged;
    }

    /**
     * Whether the Hessian is symmetric, up to the tolerance.
     *
     * @return true if it is
     */
    public boolean isSymmetric() {
        return maxAsymmetry <= tolerance;
    }

    /**
     * Whether every judged entry is right and the Hessian is symmetric. True also if no entry could be judged: look at
     * {@link #judged()}.
     *
     * @return true if no error was found
     */
    public boolean matches() {
        return maxRelativeError <= tolerance && isSymmetric();
    }

    /**
     * The report in one sentence.
     *
     * @return the worst entry with its two values, or what else is wrong
     */
    public String summary() {
        if (maxRelativeError <= tolerance && !isSymmetric()) {
            return "the Hessian is not symmetric: entries [" + asymmetricRow + "][" + asymmetricColumn + "] and ["
                    + asymmetricColumn + "][" + asymmetricRow + "] differ (relative difference " + maxAsymmetry
                    + ", tolerance " + tolerance + ")";
        }
        if (worstRow < 0) {
            return "none of the " + entries + " entries could be judged";
        }
        return "hessian[" + worstRow + "][" + worstColumn + "] is " + worstHessian
                + ", the central difference of the gradient is " + worstDifference + " (relative error "
                + maxRelativeError + ", tolerance " + tolerance + ", " + unjudged + " of " + entries
                + " entries unjudged)";
    }
}
