package dev.pullback.runtime.check;

/**
 * What a {@link GradientCheck} found at one point.
 *
 * @param entries the length of the gradient
 * @param unjudged the entries without a verdict: near a kink, where the function is not finite, or too noisy
 * @param maxRelativeError the largest relative error of the judged entries, 0 if there are none
 * @param worstIndex the index of that entry, -1 if none was judged
 * @param worstGradient the gradient's value of that entry
 * @param worstDifference the central difference for that entry
 * @param value what {@code value} returned at the point
 * @param gradientValue what {@code valueAndGradient} returned at the point
 * @param tolerance the relative error allowed
 */
public record GradientReport(
        int entries,
        int unjudged,
        double maxRelativeError,
        int worstIndex,
        double worstGradient,
        double worstDifference,
        double value,
        double gradientValue,
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
     * Whether {@code value} and {@code valueAndGradient} return the same value, up to the tolerance.
     *
     * @return true if they do
     */
    public boolean valuesMatch() {
        double scale = Math.max(Math.abs(value), Math.abs(gradientValue));
        return Double.compare(value, gradientValue) == 0 || Math.abs(value - gradientValue) <= tolerance * scale;
    }

    /**
     * Whether every judged entry is right and the two values match. True also if no entry could be judged: look at
     * {@link #judged()}.
     *
     * @return true if no error was found
     */
    public boolean matches() {
        return maxRelativeError <= tolerance && valuesMatch();
    }

    /**
     * The report in one sentence.
     *
     * @return the worst entry with its two values, or what else is wrong
     */
    public String summary() {
        if (!valuesMatch()) {
            return "value returns " + value + ", valueAndGradient returns " + gradientValue;
        }
        if (worstIndex < 0) {
            return "none of the " + entries + " entries could be judged";
        }
        return "gradient[" + worstIndex + "] is " + worstGradient + ", the central difference is " + worstDifference
                + " (relative error " + maxRelativeError + ", tolerance " + tolerance + ", " + unjudged + " of "
                + entries
                + " entries unjudged)";
    }
}
